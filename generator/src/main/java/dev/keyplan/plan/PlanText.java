package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Operand;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.ReadTransactionPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says in one line what a plan does, for Javadoc, the Workbench and reports: {@code Query on the
 * table: pk = "MSG#{groupId}", descending, 20 a page}. Names in braces are parameters.
 */
public final class PlanText {
  private PlanText() {}

  /** The operation, its access path and its key condition. */
  public static String of(Plan plan) {
    if (plan instanceof Plan.GetItem get) {
      return getItem(get);
    }
    if (plan instanceof Plan.GuardedGet get) {
      return guardedGet(get);
    }
    if (plan instanceof Plan.BatchGetItem batch) {
      return batchGetItem(batch);
    }
    if (plan instanceof Plan.Query query) {
      return query(query);
    }
    if (plan instanceof Plan.Scan scan) {
      return scan(scan);
    }
    if (plan instanceof Plan.TransactionGet get) {
      return transactionGet(get);
    }
    if (plan instanceof Plan.Write write) {
      return write(write);
    }
    if (plan instanceof Plan.Batch batch) {
      return batch(batch);
    }
    return plan instanceof Plan.Transaction transaction
        ? transaction(transaction)
        : "No key serves it";
  }

  private static String getItem(Plan.GetItem get) {
    return "GetItem on the table: "
        + key(get)
        + selection(get.pattern()).map(text -> ", " + text).orElse("")
        + discarded(get)
        + ", "
        + consistency(get.isConsistent());
  }

  private static String guardedGet(Plan.GuardedGet get) {
    return "GetItem of the guard of "
        + get.unique().names()
        + ", then GetItem of the item"
        + discarded(get)
        + ", strongly consistent";
  }

  private static String batchGetItem(Plan.BatchGetItem batch) {
    return "BatchGetItem on the table: "
        + key(batch)
        + selection(batch.pattern()).map(text -> ", " + text).orElse("")
        + discarded(batch)
        + ", 100 keys at a time, "
        + consistency(batch.isConsistent());
  }

  private static String transactionGet(Plan.TransactionGet get) {
    return get.pattern().members().stream()
        .map(member -> member.name() + discarded(get.pattern(), member))
        .collect(Collectors.joining(", ", "TransactGetItems on the table: ", ", at one moment"));
  }

  private static String write(Plan.Write write) {
    String item = write.pattern().write().key().isEmpty() ? "" : " where " + key(write);
    return "%s on the table%s: %s"
        .formatted(WriteText.operation(write.action()), item, WriteText.of(write.action()));
  }

  private static String batch(Plan.Batch batch) {
    return "BatchWriteItem on the table: %s the items, 25 in a request"
        .formatted(batch.action() instanceof WriteAction.Put ? "puts" : "deletes");
  }

  private static String transaction(Plan.Transaction transaction) {
    return transaction.members().stream()
        .map(PlanText::member)
        .collect(Collectors.joining("; ", "TransactWriteItems on the table: ", ""));
  }

  private static String member(Plan.Member member) {
    String item = member.key().isEmpty() ? "" : " where " + key(member);
    return member.name() + item + ": " + WriteText.of(member.action());
  }

  /** {@code endsAt <= now}: what is left out when it has been read. */
  public static Optional<String> expired(Plan plan) {
    return Expiry.afterReading(plan).map(PlanText::expired);
  }

  private static String expired(Attribute expiry) {
    return expiry.name() + " <= now";
  }

  private static String discarded(Plan plan) {
    return expired(plan).map(expired -> ", discarded if " + expired).orElse("");
  }

  /** The same of one of several items that are read at one moment. */
  public static Optional<String> expired(
      ReadTransactionPattern pattern, ReadTransactionPattern.Member member) {
    return pattern.expiry(member).map(PlanText::expired);
  }

  private static String discarded(
      ReadTransactionPattern pattern, ReadTransactionPattern.Member member) {
    return expired(pattern, member).map(text -> " (discarded if " + text + ")").orElse("");
  }

  /** {@code pk = "MSG#{groupId}" and sk >= "{since}"}. */
  public static String of(KeyCondition condition) {
    return condition.terms().stream().map(PlanText::of).collect(Collectors.joining(" and "));
  }

  private static Optional<String> selection(ReadPattern pattern) {
    return pattern
        .selection()
        .map(
            selection ->
                selection.paths().stream()
                    .map(AttributePath::text)
                    .collect(Collectors.joining(" and ", "only ", "")));
  }

  /** {@code status = OPEN and size(title) > {n}}. */
  public static String of(Condition condition) {
    return ConditionText.of(condition);
  }

  private static String query(Plan.Query query) {
    List<String> text = new ArrayList<>();
    String path = path(query.path());
    text.add(
        (query.isCountOnly() ? "Query COUNT on " : "Query on ")
            + path
            + ": "
            + of(query.condition()));
    if (query.pattern().collection().isPresent()) {
      text.add("finds " + entities(query));
    }
    query.condition().fanOut().map(FanOut::text).ifPresent(text::add);
    query.filter().ifPresent(filter -> text.add("filtered by " + of(filter)));
    if (query.isDescending()) {
      text.add("descending");
    }
    selection(query.pattern()).ifPresent(text::add);
    if (query.isFetched()) {
      text.add(
          query.isFetchedByKey()
              ? "with BatchGetItem on the table for what was found"
              : "fetching from the table what was found");
    }
    expired(query).ifPresent(expired -> text.add("discarded if " + expired));
    if (query.isCount() && !query.isCountOnly()) {
      text.add("counted when it was read");
    }
    query.pageSize().ifPresent(size -> text.add(size + " a page"));
    query.limit().ifPresent(limit -> text.add("at most " + limit));
    if (query.isSingle()) {
      text.add("at most one item");
    }
    text.add(consistency(query.isConsistent()));
    return String.join(", ", text);
  }

  /** {@code Customer and Order}: what a query finds. */
  public static String entities(Plan.Query query) {
    return query.entities().stream()
        .map(entity -> entity.name().name())
        .collect(Collectors.joining(" and "));
  }

  private static String scan(Plan.Scan scan) {
    List<String> text = new ArrayList<>();
    String wanted = recognition(scan);
    text.add("Scan of " + path(scan.path()) + (wanted.isEmpty() ? "" : ": " + wanted));
    scan.filter().ifPresent(filter -> text.add("filtered by " + of(filter)));
    selection(scan.pattern()).ifPresent(text::add);
    scan.pageSize().ifPresent(size -> text.add(size + " a page"));
    scan.limit().ifPresent(limit -> text.add("at most " + limit));
    text.add(consistency(scan.isConsistent()));
    return String.join(", ", text);
  }

  /** {@code _type = Order}, {@code sk begins_with "ORDER#"}; empty if nothing else is there. */
  public static String recognition(Plan.Scan scan) {
    List<String> types =
        scan.entities().stream().flatMap(entity -> entity.typeValues().stream()).toList();
    return scan.typeAttribute()
        .map(
            name ->
                types.size() == 1
                    ? name + " = " + types.get(0)
                    : name + " in (" + String.join(", ", types) + ")")
        .orElseGet(
            () ->
                scan.beginnings().stream()
                    .map(terms -> terms.stream().map(PlanText::of))
                    .map(terms -> terms.collect(Collectors.joining(" and ")))
                    .collect(Collectors.joining(" or ")));
  }

  private static String consistency(boolean isConsistent) {
    return isConsistent ? "strongly consistent" : "eventually consistent";
  }

  private static String path(AccessPath path) {
    return path.index().map(index -> "the index " + index.indexName()).orElse("the table");
  }

  /** {@code pk = "MSG#{groupId}" and sk = "{createdAt}#{id}"}. */
  public static String key(Plan.GetItem get) {
    return key(get.entity(), get.key());
  }

  /** The same for each value of a list; or that the keys are given. */
  public static String key(Plan.BatchGetItem batch) {
    return batch.isGivenKeys() ? "the keys given" : key(batch.entity(), batch.key());
  }

  /** The same for a write whose key is made of values. */
  public static String key(Plan.Write write) {
    return key(write.action().entity(), write.pattern().write().key());
  }

  /** The same for a member of a transaction. */
  public static String key(Plan.Member member) {
    return key(member.action().entity(), member.key());
  }

  private static String key(Entity entity, Map<String, Operand> operands) {
    return entity.key().parts().stream()
        .map(part -> part.key().name() + " = " + filled(part, operands))
        .collect(Collectors.joining(" and "));
  }

  private static String filled(EntityKey.Part part, Map<String, Operand> operands) {
    return part.isStored()
        ? OperandText.of(operands.get(part.filling().text()))
        : part.filling().text();
  }

  private static String of(KeyTerm term) {
    String left = term.attribute().name() + " " + term.comparator().symbol() + " ";
    String right =
        term.values().stream()
            .map(PlanText::of)
            .collect(Collectors.joining(term.comparator() == Comparator.BETWEEN ? " and " : ", "));
    return left + right;
  }

  private static String of(KeyValue value) {
    if (value instanceof KeyValue.OfOperand of) {
      return OperandText.of(of.operand());
    }
    return ((KeyValue.OfText) value)
        .parts().stream()
            .map(part -> part instanceof KeyValue.Text text ? printable(text) : rendered(part))
            .collect(Collectors.joining("", "\"", "\""));
  }

  /** What stands behind a {@code string(ordered)} cannot be seen. */
  private static String printable(KeyValue.Text text) {
    return text.value().replace("\u0001", "\\u0001").replace("\u0002", "\\u0002");
  }

  private static String rendered(KeyValue.Part part) {
    if (part instanceof KeyValue.Each each) {
      return each.hole().text();
    }
    KeyValue.Rendered rendered = (KeyValue.Rendered) part;
    return OperandText.of(rendered.operand(), rendered.hole().function());
  }
}
