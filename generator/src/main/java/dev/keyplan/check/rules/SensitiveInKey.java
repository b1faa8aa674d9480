package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.check.Warning;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Model;
import dev.keyplan.model.Unique;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sensitive value in a key is seen by more than those who read the item: CloudTrail logs the keys
 * of requests, and of all attributes the keys alone; Contributor Insights shows them in its graphs;
 * cursors carry them. The guard item of a unique value has it in its key, too. A shard tells nearly
 * nothing of a value. Source: Amazon DynamoDB Developer Guide, "Understanding DynamoDB log file
 * entries" and "CloudWatch Contributor Insights for DynamoDB: How it works".
 */
public final class SensitiveInKey implements ModelRule, Warning {
  public static final String ID = "SENSITIVE_IN_KEY";

  @Override
  public String id() {
    return ID;
  }

  /** Where the value gets into a key, and into which. */
  private record Use(Span span, String key) {}

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Entity entity : model.entities()) {
      for (Attribute attribute : entity.attributes()) {
        if (attribute.isSensitive()) {
          use(entity, attribute).map(use -> report(attribute, use)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Use> use(Entity entity, Attribute attribute) {
    List<Use> uses = new ArrayList<>(uses(entity.key(), attribute, "the key"));
    for (IndexMembership membership : entity.indexes()) {
      String key = "the key of the index `%s`".formatted(membership.index().name());
      uses.addAll(uses(membership.key(), attribute, key));
    }
    for (Unique unique : entity.uniques()) {
      if (unique.attributes().contains(attribute)) {
        uses.add(new Use(unique.span(), "the key of a guard item"));
      }
    }
    return uses.stream().findFirst();
  }

  private static List<Use> uses(EntityKey key, Attribute attribute, String name) {
    return key.parts().stream()
        .filter(part -> shows(part.filling(), attribute))
        .map(part -> new Use(EntityKeys.spanOf(part, attribute), name))
        .toList();
  }

  private static boolean shows(Filling filling, Attribute attribute) {
    return filling instanceof Filling.FromTemplate from
        ? from.template().holes().stream()
            .filter(hole -> hole.attribute().equals(attribute))
            .anyMatch(
                hole -> hole.function().filter(HoleFunction.Shard.class::isInstance).isEmpty())
        : filling.attributes().contains(attribute);
  }

  private static Diagnostic report(Attribute attribute, Use use) {
    return Diagnostic.warning(
            ID,
            use.span(),
            "`%s` is sensitive, and part of %s".formatted(attribute.name(), use.key()))
        .withLabel("keys are shown by CloudTrail's logs, Contributor Insights and unsealed cursors")
        .withRelated(attribute.span(), "sensitive")
        .withHint(
            "put something in its place that tells nothing: an `id : uuid = random`, or a keyed hash"
                + " of the value");
  }
}
