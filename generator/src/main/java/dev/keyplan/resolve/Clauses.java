package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.CLAUSE_NOT_ALLOWED;

import dev.keyplan.source.Span;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Operation.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The clauses of a pattern or of a member of a transaction. */
final class Clauses {
  private static final List<String> READ_ONE =
      List.of("where", "consistent", "with", "select", "fetch", "via", "rate", "expect");
  private static final List<String> GET_EACH =
      List.of("consistent", "with", "select", "rate", "expect");
  private static final List<String> GET_IN =
      List.of("where", "consistent", "with", "select", "rate", "expect");
  private static final List<String> READ_MANY =
      List.of(
          "where",
          "filter",
          "order",
          "limit",
          "page",
          "consistent",
          "with",
          "select",
          "fetch",
          "via",
          "rate",
          "expect");
  private static final List<String> SCAN =
      List.of("filter", "limit", "page", "consistent", "with", "select", "via", "rate", "expect");
  private static final List<String> COUNT =
      List.of("where", "filter", "limit", "consistent", "with", "via", "rate", "expect");
  private static final List<String> TRANSACTION = List.of("where", "rate");
  private static final List<String> READ_TRANSACTION = List.of("where", "with", "rate");

  private final List<Clause> taken = new ArrayList<>();
  private final Reporter reporter;

  private Clauses(Reporter reporter) {
    this.reporter = reporter;
  }

  static Clauses ofPattern(Verb verb, List<Clause> written, Reporter reporter) {
    return of(written, "`" + verb.word() + "`", allowed(verb), reporter);
  }

  static Clauses ofBatch(Verb verb, List<Clause> written, Reporter reporter) {
    return of(written, "`" + verb.word() + " each`", List.of("rate"), reporter);
  }

  /**
   * Of a get of many items.
   *
   * @param isEach whether their keys are given
   */
  static Clauses ofBatchGet(boolean isEach, List<Clause> written, Reporter reporter) {
    return isEach
        ? of(written, "`get each`", GET_EACH, reporter)
        : of(written, "`get … in`", GET_IN, reporter);
  }

  static Clauses ofTransaction(List<Clause> written, Reporter reporter) {
    return of(written, "`transact`", TRANSACTION, reporter);
  }

  static Clauses ofReadTransaction(List<Clause> written, Reporter reporter) {
    return of(written, "`transact` of gets", READ_TRANSACTION, reporter);
  }

  /** What belongs to the transaction as a whole stands behind its braces. */
  static Clauses ofMember(Verb verb, List<Clause> written, Reporter reporter) {
    if (verb == Verb.GET) {
      return of(written, "`get` in a transaction", List.of("where"), reporter);
    }
    List<String> allowed =
        allowed(verb).stream()
            .filter(keyword -> !keyword.equals("rate") && !keyword.equals("returns"))
            .toList();
    return of(written, "`%s` in a transaction".formatted(verb.word()), allowed, reporter);
  }

  private static List<String> allowed(Verb verb) {
    return switch (verb) {
      case GET -> READ_ONE;
      case QUERY -> READ_MANY;
      case SCAN -> SCAN;
      case COUNT -> COUNT;
      case CREATE -> List.of("rate");
      case PUT -> List.of("if", "returns", "rate");
      case UPDATE ->
          List.of("where", "set", "add", "append", "prepend", "remove", "if", "returns", "rate");
      case MOVE -> List.of("set", "remove", "if", "rate");
      case DELETE -> List.of("where", "if", "returns", "rate");
      case CHECK -> List.of("where", "if", "rate");
    };
  }

  private static Clauses of(
      List<Clause> written, String subject, List<String> allowed, Reporter reporter) {
    Clauses clauses = new Clauses(reporter);
    for (Clause clause : written) {
      clauses.add(clause, subject, allowed);
    }
    return clauses;
  }

  /** The clause of a kind, if it stands there. */
  <C extends Clause> Optional<C> get(Class<C> kind) {
    for (Clause clause : taken) {
      if (kind.isInstance(clause)) {
        return Optional.of(kind.cast(clause));
      }
    }
    return Optional.empty();
  }

  /** The clauses of a kind that may stand there several times. */
  <C extends Clause> List<C> all(Class<C> kind) {
    return taken.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void add(Clause clause, String subject, List<String> allowed) {
    String keyword = clause.keyword();
    Span span = keywordSpan(clause);
    if (!allowed.contains(keyword)) {
      reporter.report(
          CLAUSE_NOT_ALLOWED
              .at(span, "%s takes no `%s`".formatted(subject, keyword))
              .withHint(allowedHint(subject, keyword, allowed)));
      return;
    }
    // A clause that stands there twice makes the declaration broken: the parser has said so.
    taken.add(clause);
  }

  private static String allowedHint(String subject, String keyword, List<String> allowed) {
    boolean isOfWhole =
        TRANSACTION.contains(keyword)
            || (subject.equals("`get` in a transaction") && READ_TRANSACTION.contains(keyword));
    if (subject.endsWith("in a transaction") && isOfWhole) {
      return "`%s` stands behind the closing brace of `transact`".formatted(keyword);
    }
    if (subject.equals("`scan`") && keyword.equals("where")) {
      return "`query` reads by key; `filter` discards what a scan has read";
    }
    if (subject.equals("`get each`") && keyword.equals("where")) {
      return "it is given the keys; `get … where … in :list` makes them of values";
    }
    if (subject.equals("`get` in a transaction")) {
      return "leave it out: the item is given by its key, and read as it is at that moment";
    }
    if (keyword.equals("with")) {
      return "a write is about what is there, expired or not; `if endsAt <= now` demands that it has"
          + " expired";
    }
    if (allowed.isEmpty()) {
      return "leave it out; what another item has to be is a `check` of it";
    }
    return "it takes " + String.join(", ", allowed);
  }

  private static Span keywordSpan(Clause clause) {
    Span span = clause.span();
    int end = Math.min(span.start() + clause.keyword().length(), span.end());
    return span.file().span(span.start(), end);
  }
}
