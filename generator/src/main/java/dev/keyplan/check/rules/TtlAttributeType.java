package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Model;
import dev.keyplan.model.TimeToLive;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code ttl} names is stored as a number by every entity that stores it: DynamoDB takes it
 * for the seconds since 1970, and an item that has anything else there never expires.
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
    boolean canHoldSeconds =
        switch (attribute.type().kind()) {
          case INTEGER -> true;
          case STRING, BOOLEAN, UUID, TIMESTAMP, ENUM, STRUCT -> false;
        };
    return canHoldSeconds
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    ID,
                    attribute.span(),
                    "`%s` says when an item expires, but is not stored as a number"
                        .formatted(attribute.name()))
                .withLabel("a `%s` here".formatted(attribute.type().text()))
                .withRelated(timeToLive.span(), "DynamoDB takes it for seconds since 1970")
                .withHint("`%s : long`".formatted(attribute.name())));
  }
}
