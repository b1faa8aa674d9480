package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.cost.EntitySize;
import dev.keyplan.cost.SizeRange;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A key that even the shortest values make longer than DynamoDB allows: 2048 bytes for a partition
 * key, 1024 for a sort key; those of several attributes count together. What is only possibly too
 * long, generated code refuses when it makes the key's text, or DynamoDB where several attributes
 * are too long only together.
 */
public final class KeyTooLong implements ModelRule {
  public static final String ID = "KEY_TOO_LONG";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Entity entity : model.entities()) {
      Set<Span> reported = new HashSet<>();
      List<EntityKey> keys = new ArrayList<>(List.of(entity.key()));
      entity.indexes().stream().map(IndexMembership::key).forEach(keys::add);
      for (EntityKey key : keys) {
        check(key.partition(), "partition key", Limits.BYTES_OF_A_PARTITION_KEY, reported, found);
        check(key.sort(), "sort key", Limits.BYTES_OF_A_SORT_KEY, reported, found);
      }
    }
    return found;
  }

  private static void check(
      List<EntityKey.Part> parts,
      String side,
      long most,
      Set<Span> reported,
      List<Diagnostic> found) {
    long least = parts.stream().map(EntitySize::ofKey).mapToLong(SizeRange::minimum).sum();
    if (least > most && reported.add(parts.get(0).span())) {
      found.add(
          Diagnostic.error(
                  ID,
                  parts.get(0).span().to(parts.get(parts.size() - 1).span()),
                  "this %s has %d bytes at least".formatted(side, least))
              .withLabel("DynamoDB takes %d for a %s".formatted(most, side))
              .withHint("allow shorter values in it, by %d bytes".formatted(least - most)));
    }
  }
}
