package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.WHERE_NOT_THE_KEY;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Restriction;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Resolves the {@code where} of a write, or of a get in a transaction: it says what the primary key
 * is made of, all of it and nothing else.
 */
final class WriteKeyResolver {
  private final Entity entity;
  private final Parameters parameters;
  private final Reporter reporter;

  WriteKeyResolver(Entity entity, Parameters parameters, Reporter reporter) {
    this.entity = entity;
    this.parameters = parameters;
    this.reporter = reporter;
  }

  /** The operand of each attribute of the key, by its name. */
  Map<String, Operand> resolve(Clause.Where where) {
    List<Condition> terms = Terms.of(where.condition());
    List<Condition> lists = terms.stream().filter(WriteKeyResolver::isList).toList();
    lists.forEach(
        list ->
            reporter.report(
                WHERE_NOT_THE_KEY
                    .at(list.span(), "this is about one item, and a list names several")
                    .withHint("`put each` and `delete each` are given lists")));
    List<Restriction> restrictions =
        new WhereResolver(AttributeScope.of(entity), parameters, reporter)
            .resolve(terms.stream().filter(term -> !isList(term)).toList());
    Map<String, Operand> key = new LinkedHashMap<>();
    List<Attribute> ofKey = entity.key().attributes();
    for (Restriction restriction : restrictions) {
      if (!ofKey.contains(restriction.attribute())) {
        reportOther(restriction);
      } else if (restriction.comparator() != Comparator.EQUAL) {
        reporter.report(
            WHERE_NOT_THE_KEY
                .at(restriction.span(), "this is about one item, and a range finds several")
                .withHint("`%1$s = :%1$s`".formatted(restriction.attribute().name())));
      } else {
        key.put(restriction.attribute().name(), restriction.operands().get(0));
      }
    }
    List<String> missing =
        ofKey.stream().map(Attribute::name).filter(name -> !key.containsKey(name)).toList();
    if (!missing.isEmpty() && reporter.isSound()) {
      reporter.report(
          WHERE_NOT_THE_KEY
              .at(
                  where.span(),
                  "the primary key of `%s` is made of %s, too"
                      .formatted(entity.name().name(), quoted(missing)))
              .withHint(
                  "`where %s`, or none: then the key is the parameter"
                      .formatted(
                          ofKey.stream()
                              .map(Attribute::name)
                              .collect(Collectors.joining(" and ")))));
    }
    return key;
  }

  private static boolean isList(Condition term) {
    return term instanceof Condition.Infix infix && infix.function().text().equals("in");
  }

  private void reportOther(Restriction restriction) {
    String name = restriction.attribute().name();
    reporter.report(
        WHERE_NOT_THE_KEY
            .at(
                restriction.span(),
                "`%s` is not in the primary key of `%s`".formatted(name, entity.name().name()))
            .withLabel("`where` says which item it is")
            .withHint("`if` demands something of it"));
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
  }
}
