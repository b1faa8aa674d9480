package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.Model;
import dev.keyplan.model.Precision;
import dev.keyplan.model.TimeToLive;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code ttl} names is an {@code epoch(s)} in every entity that stores it: DynamoDB takes a
 * number there for the seconds since 1970 and ignores anything else, so that an item with text
 * never expires and one with milliseconds expires in some fifty thousand years.
 */
public final class TtlAttributeType implements ModelRule {
  public static final String ID = "TTL_ATTRIBUTE_TYPE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.entities().stream()
        .flatMap(
            entity ->
                entity.table().settings().timeToLive().stream()
                    .flatMap(ttl -> check(ttl, entity.attributes())))
        .toList();
  }

  private static Stream<Diagnostic> check(TimeToLive timeToLive, List<Attribute> attributes) {
    return attributes.stream()
        .filter(attribute -> attribute.storedName().equals(timeToLive.attribute()))
        .flatMap(attribute -> check(timeToLive, attribute).stream());
  }

  private static Optional<Diagnostic> check(TimeToLive timeToLive, Attribute attribute) {
    boolean isInSeconds =
        attribute.type() instanceof EpochType epoch && epoch.precision() == Precision.SECONDS;
    return isInSeconds
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    ID,
                    attribute.span(),
                    "`%s` says when an item expires, but not in seconds since 1970"
                        .formatted(attribute.name()))
                .withLabel("a `%s` here".formatted(attribute.type().text()))
                .withRelated(timeToLive.span(), "DynamoDB takes it for those")
                .withHint("`%s : epoch(s)`".formatted(attribute.name())));
  }
}
