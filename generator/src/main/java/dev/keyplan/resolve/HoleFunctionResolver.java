package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.HOLE_FUNCTION_INVALID;
import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.HoleFunction.Bucket;
import dev.keyplan.model.HoleFunction.Descending;
import dev.keyplan.model.HoleFunction.Shard;
import dev.keyplan.model.HoleFunction.Unit;
import dev.keyplan.model.TypeKind;
import dev.keyplan.syntax.Literal;
import dev.keyplan.syntax.NumberLiteral;
import dev.keyplan.syntax.Template.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Resolves the functions in holes. */
final class HoleFunctionResolver {
  private static final int FEWEST_SHARDS = 2;
  private static final int MOST_SHARDS = 1000;
  private static final String SHARD = "shard";
  private static final String DESCENDING = "desc";

  private final Function function;
  private final Attribute attribute;
  private final Reporter reporter;

  private HoleFunctionResolver(Function function, Attribute attribute, Reporter reporter) {
    this.function = function;
    this.attribute = attribute;
    this.reporter = reporter;
  }

  static Optional<HoleFunction> resolve(
      List<Function> functions, Attribute attribute, Reporter reporter) {
    if (functions.size() > 1) {
      reporter.report(
          HOLE_FUNCTION_INVALID
              .at(functions.get(1).span(), "a hole has one function at most")
              .withHint(
                  "choose one: `{%s:%s}`"
                      .formatted(attribute.name(), functions.get(0).span().text())));
      return Optional.empty();
    }
    return new HoleFunctionResolver(functions.get(0), attribute, reporter).resolve();
  }

  private Optional<HoleFunction> resolve() {
    String name = function.name().text();
    Optional<Unit> unit =
        Arrays.stream(Unit.values()).filter(u -> u.word().equals(name)).findFirst();
    if (unit.isPresent()) {
      return withoutArguments(new Bucket(unit.get())).filter(f -> hasBuckets(unit.get()));
    }
    return switch (name) {
      case DESCENDING -> withoutArguments(new Descending()).filter(f -> hasReverse());
      case SHARD -> shards().filter(f -> hasShards());
      default -> unknown();
    };
  }

  private Optional<HoleFunction> unknown() {
    String name = function.name().text();
    List<String> all = new ArrayList<>(Arrays.stream(Unit.values()).map(Unit::word).toList());
    all.add(SHARD);
    all.add(DESCENDING);
    Diagnostic diagnostic =
        NAME_UNKNOWN
            .at(function.name().span(), "there is no function `%s` for a hole".formatted(name))
            .withLabel("the functions are " + String.join(", ", all));
    reporter.report(Suggestions.add(diagnostic, name, all));
    return Optional.empty();
  }

  private Optional<HoleFunction> withoutArguments(HoleFunction resolved) {
    if (function.arguments().isEmpty()) {
      return Optional.of(resolved);
    }
    reporter.report(
        HOLE_FUNCTION_INVALID
            .at(
                function.arguments().get(0).span(),
                "`%s` takes nothing in parentheses".formatted(function.name().text()))
            .withHint("write `{%s:%s}`".formatted(attribute.name(), resolved.text())));
    return Optional.empty();
  }

  private Optional<HoleFunction> shards() {
    List<Literal> arguments = function.arguments();
    if (arguments.size() == 1 && arguments.get(0) instanceof NumberLiteral number) {
      OptionalLong count = Numbers.asLong(number);
      if (count.isPresent()
          && count.getAsLong() >= FEWEST_SHARDS
          && count.getAsLong() <= MOST_SHARDS) {
        return Optional.of(new Shard((int) count.getAsLong()));
      }
    }
    reporter.report(
        HOLE_FUNCTION_INVALID
            .at(
                arguments.isEmpty() ? function.span() : arguments.get(0).span(),
                "`shard` takes the number of shards, from %d to %d"
                    .formatted(FEWEST_SHARDS, MOST_SHARDS))
            .withHint(
                "`{%s:shard(16)}`: each takes up to 1000 write units a second"
                    .formatted(attribute.name())));
    return Optional.empty();
  }

  private boolean hasBuckets(Unit unit) {
    boolean fits =
        switch (attribute.type().kind()) {
          case TIMESTAMP, EPOCH -> true;
          case DATE -> unit == Unit.YEAR || unit == Unit.MONTH;
          default -> false;
        };
    String hint =
        attribute.type().kind() == TypeKind.DATE
            ? unit == Unit.DAY
                ? "a date is its day: `{%s}`".formatted(attribute.name())
                : "a date has no hours: use `timestamp`"
            : attribute.type().kind() == TypeKind.FORMATTED_TIMESTAMP
                ? "a bucket is the beginning of the text of a `timestamp` without a pattern"
                : "`%s` is for `timestamp`, `epoch` and `date`".formatted(unit.word());
    return fits || misfit(hint);
  }

  private boolean hasReverse() {
    return switch (attribute.type().kind()) {
      case INTEGER, DECIMAL, TIMESTAMP, EPOCH, DATE -> true;
      case FORMATTED_TIMESTAMP ->
          attribute.type().hasOrder()
              || misfit("texts of this pattern have no order that could be reversed");
      default ->
          misfit("`desc` is for times and numbers; `order %s desc` reads any order backwards");
    };
  }

  private boolean hasShards() {
    return switch (attribute.type().kind()) {
      case STRING, INTEGER, UUID, ULID, TIMESTAMP, FORMATTED_TIMESTAMP, EPOCH, DATE, ENUM -> true;
      default -> misfit("spread the items by something that tells them apart, as their id");
    };
  }

  private boolean misfit(String hint) {
    reporter.report(
        HOLE_FUNCTION_INVALID
            .at(
                function.span(),
                "`%s` is not for the type `%s`"
                    .formatted(function.name().text(), attribute.type().text()))
            .withRelated(attribute.span(), "the attribute")
            .withHint(hint.formatted(attribute.name())));
    return false;
  }
}
