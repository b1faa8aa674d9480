package dev.keyplan.check.rules;

import dev.keyplan.check.rules.RequestExpression.Kind;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Change;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Operand;
import dev.keyplan.naming.ExpressionNames;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.ChangeDemands;
import dev.keyplan.plan.WriteAction;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The expressions of a write's request, as they are sent, to be measured. */
final class WriteExpressions {
  private final Entity entity;
  private final ExpressionText text = new ExpressionText();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> adds = new ArrayList<>();
  private final List<String> deletes = new ArrayList<>();
  private final List<String> demands = new ArrayList<>();

  private WriteExpressions(Entity entity) {
    this.entity = entity;
  }

  /** What a write whose item is compared as a whole demands besides is in no expression here. */
  static List<RequestExpression> of(PlannedWrite write) {
    return new WriteExpressions(write.action().entity()).all(write);
  }

  private List<RequestExpression> all(PlannedWrite write) {
    WriteAction action = write.action();
    Span span = write.pattern().span();
    List<RequestExpression> all = new ArrayList<>();
    if (action instanceof WriteAction.Update update && !update.isGuarded()) {
      all.add(new RequestExpression(Kind.UPDATE, update(decided(update)), span));
    }
    List<String> terms = new ArrayList<>();
    demand(action).ifPresent(terms::add);
    terms.addAll(demands);
    action.condition().ifPresent(condition -> terms.add(stated(condition, terms.isEmpty())));
    if (!terms.isEmpty()) {
      Span stated = action.condition().flatMap(RequestExpression::span).orElse(span);
      all.add(new RequestExpression(Kind.CONDITION, String.join(" AND ", terms), stated));
    }
    return all;
  }

  private static WriteAction.Update decided(WriteAction.Update update) {
    WriteAction.Update decided = update;
    while (!decided.indexKeys().undecided().isEmpty()) {
      decided = decided.decided(true);
    }
    return decided;
  }

  /** That there is no item, that there is one, or that it is the version that was read. */
  private Optional<String> demand(WriteAction action) {
    if (action instanceof WriteAction.Put put && put.mustNotExist()) {
      return Optional.of("attribute_not_exists(" + partitionKey() + ")");
    }
    if (action.isAsRead()) {
      return entity
          .version()
          .map(
              version -> {
                String name = names().name(version.storedName());
                String read = names().value("read" + JavaNames.capitalised(version.name()));
                return "attribute_exists("
                    + partitionKey()
                    + ") AND (attribute_not_exists(%1$s) OR %1$s = %2$s)".formatted(name, read)
                    + end(action);
              });
    }
    boolean mustExist = action instanceof WriteAction.Update || action instanceof WriteAction.Check;
    return mustExist ? Optional.of("attribute_exists(" + partitionKey() + ")") : Optional.empty();
  }

  /** That it ends when it did: a put is not given what was read of it. */
  private String end(WriteAction action) {
    return entity
        .certainExpiry()
        .filter(expiry -> !(action instanceof WriteAction.Put))
        .map(
            expiry ->
                " AND %s = %s"
                    .formatted(
                        names().name(expiry.storedName()),
                        names().value("read" + JavaNames.capitalised(expiry.name()))))
        .orElse("");
  }

  private String partitionKey() {
    return names().name(entity.key().partition().get(0).key().name());
  }

  private String stated(Condition condition, boolean isAlone) {
    String stated = text.of(condition, "if");
    return isAlone || condition instanceof Condition.Term ? stated : "(" + stated + ")";
  }

  private String update(WriteAction.Update update) {
    update.assignments().stream()
        .map(assignment -> assignment.attribute())
        .filter(attribute -> entity.keyPlace(attribute).isEmpty())
        .forEach(attribute -> set(attribute.storedName(), attribute.name()));
    entity.stored().stream()
        .filter(Attribute::isMaintained)
        .forEach(attribute -> set(attribute.storedName(), attribute.name()));
    update.removed().stream()
        .filter(attribute -> entity.keyPlace(attribute).isEmpty())
        .forEach(attribute -> removes.add(names().name(attribute.storedName())));
    for (EntityKey.Part part : update.indexKeys().rewritten()) {
      set(part.key().name(), JavaNames.fromAttributeName(part.key().name()));
    }
    for (EntityKey.Part part : update.indexKeys().removed()) {
      removes.add(names().name(part.key().name()));
    }
    update.changes().forEach(this::change);
    update.changes().stream()
        .flatMap(change -> ChangeDemands.notEmpty(entity, change).stream())
        .map(path -> text.path(path) + " <> " + names().value(path.target().name() + "_none"))
        .forEach(demands::add);
    List<String> existing = new ArrayList<>();
    for (AttributePath path : ChangeDemands.existing(update.changes())) {
      existing.add("attribute_exists(" + text.path(path) + ")");
    }
    demands.addAll(0, existing);
    return Stream.of(
            section("SET ", sets),
            section("REMOVE ", removes),
            section("ADD ", adds),
            section("DELETE ", deletes))
        .filter(section -> !section.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private void set(String storedName, String hint) {
    sets.add(names().name(storedName) + " = " + names().value(hint));
  }

  private static String section(String keyword, List<String> actions) {
    return actions.isEmpty() ? "" : keyword + String.join(", ", actions);
  }

  private ExpressionNames names() {
    return text.names();
  }

  private void change(Change change) {
    String path = text.path(change.path());
    if (change instanceof Change.Replace replace) {
      sets.add(path + " = " + value(change.path().target(), replace.value()));
    } else if (change instanceof Change.SetIfAbsent set) {
      String present = text.path(set.present().path());
      String otherwise = value(change.path().target(), set.otherwise());
      sets.add(path + " = if_not_exists(" + present + ", " + otherwise + ")");
    } else if (change instanceof Change.Calculate calculate) {
      String left = value(calculate.amount(), calculate.left());
      String right = value(calculate.amount(), calculate.right());
      sets.add(path + " = " + left + (calculate.isMinus() ? " - " : " + ") + right);
      ChangeDemands.limited(change).ifPresent(limited -> demands.add(between(limited)));
    } else if (change instanceof Change.AddNumber add) {
      addNumber(path, add);
    } else if (change instanceof Change.Append append) {
      String elements = names().value(append.elements().name());
      String none = names().value(append.elements().name() + "_none");
      String present = "if_not_exists(" + path + ", " + none + ")";
      String both = append.isFirst() ? elements + ", " + present : present + ", " + elements;
      sets.add(path + " = list_append(" + both + ")");
    } else if (change instanceof Change.ChangeSet set) {
      (set.isRemoval() ? deletes : adds).add(path + " " + names().value(set.elements().name()));
    } else {
      removes.add(path);
    }
  }

  private void addNumber(String path, Change.AddNumber add) {
    String number = value(add.amount(), add.number());
    boolean mayCountFromZero = ChangeDemands.mayCountFromZero(add);
    if (add.path().isWhole()) {
      adds.add(path + " " + number);
    } else if (mayCountFromZero) {
      String zero = names().value("zero");
      sets.add(path + " = if_not_exists(" + path + ", " + zero + ") + " + number);
    } else {
      sets.add(path + " = " + path + " + " + number);
    }
    String between = between(add.path());
    demands.add(
        mayCountFromZero ? "(attribute_not_exists(" + path + ") OR " + between + ")" : between);
  }

  private String between(AttributePath path) {
    String name = path.target().name();
    return text.path(path)
        + " BETWEEN "
        + names().value(name + "_least")
        + " AND "
        + names().value(name + "_most");
  }

  private String value(Attribute type, Operand operand) {
    return text.value(type, operand, "");
  }
}
