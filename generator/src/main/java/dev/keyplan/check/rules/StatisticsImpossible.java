package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.cost.EntitySize;
import dev.keyplan.cost.Partitions;
import dev.keyplan.cost.SizeRange;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.model.StructDefinition;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A number that the type of its attribute contradicts: a typical value of more bytes than the
 * largest one has, or of fewer than the smallest, or more different values than there are.
 */
public final class StatisticsImpossible implements ModelRule {
  public static final String ID = "STATISTICS_IMPOSSIBLE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.namespaces().stream()
        .flatMap(
            namespace ->
                Stream.concat(
                    namespace.entities().stream().map(Entity::attributes),
                    namespace.structs().stream().map(StructDefinition::attributes)))
        .flatMap(List::stream)
        .flatMap(attribute -> Stream.concat(size(attribute), distinct(attribute)))
        .toList();
  }

  private static Stream<Diagnostic> size(Attribute attribute) {
    SizeRange possible = EntitySize.of(attribute.type());
    return attribute
        .statistics()
        .size()
        .filter(
            size ->
                size.amount() < possible.minimum()
                    || size.amount() > possible.maximum().orElse(Long.MAX_VALUE))
        .stream()
        .map(
            size ->
                Diagnostic.error(
                        ID,
                        size.span(),
                        "no value of `%s` has %s bytes"
                            .formatted(attribute.name(), Numbers.text(size.amount())))
                    .withLabel("a `%s` has %s".formatted(attribute.type().text(), text(possible))));
  }

  private static String text(SizeRange possible) {
    return possible.maximum().isPresent()
        ? "%s to %s bytes"
            .formatted(
                Numbers.text(possible.minimum()), Numbers.text(possible.maximum().getAsLong()))
        : "at least %s bytes".formatted(Numbers.text(possible.minimum()));
  }

  private static Stream<Diagnostic> distinct(Attribute attribute) {
    OptionalLong possible = Partitions.possibleValues(attribute);
    return attribute
        .statistics()
        .distinct()
        .filter(distinct -> distinct.amount() > possible.orElse(Long.MAX_VALUE))
        .stream()
        .map(
            distinct ->
                Diagnostic.error(
                        ID,
                        distinct.span(),
                        "`%s` cannot have %s different values"
                            .formatted(attribute.name(), Numbers.text(distinct.amount())))
                    .withLabel(
                        "there are %s of the type `%s`"
                            .formatted(
                                Numbers.text(possible.getAsLong()), attribute.type().text())));
  }
}
