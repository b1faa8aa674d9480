package dev.keyplan.plan;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Restriction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in for the equalities that a partition key lacks: a bucket, where its time has a
 * range with two ends, and a shard. What the partition key holds as a whole cannot be gone through.
 *
 * @param unbound the holes of the partition key whose attributes are not bound
 * @param ranges the restrictions, by the attribute's name
 * @param sort where attributes stand in the sort key
 */
record FanOutMatch(
    List<KeyTemplate.Hole> unbound, Map<String, Restriction> ranges, List<KeyTemplate.Hole> sort) {

  static FanOutMatch none() {
    return new FanOutMatch(List.of(), Map.of(), List.of());
  }

  static FanOutMatch of(EntityKey key, Map<String, Restriction> restrictions) {
    Map<String, KeyTemplate.Hole> unbound = new LinkedHashMap<>();
    for (KeyTemplate.Hole hole : holes(key.partition())) {
      if (!isBound(restrictions.get(hole.attribute().name()))) {
        unbound.putIfAbsent(hole.text(), hole);
      }
    }
    return new FanOutMatch(List.copyOf(unbound.values()), restrictions, holes(key.sort()));
  }

  private static boolean isBound(Restriction restriction) {
    return restriction != null && restriction.comparator() == Comparator.EQUAL;
  }

  private static List<KeyTemplate.Hole> holes(List<EntityKey.Part> parts) {
    List<KeyTemplate.Hole> holes = new ArrayList<>();
    for (EntityKey.Part part : parts) {
      if (part.filling() instanceof Filling.FromTemplate from) {
        holes.addAll(from.template().holes());
      }
    }
    return holes;
  }

  /** Whether an attribute need not be bound. */
  boolean answers(String attribute) {
    List<KeyTemplate.Hole> holes = holes(attribute);
    return holes.size() == 1
        && (isOnlyShard(holes.get(0)) || (isOnlyBucket(holes.get(0)) && hasBothEnds(attribute)));
  }

  private List<KeyTemplate.Hole> holes(String attribute) {
    return unbound.stream().filter(hole -> hole.attribute().name().equals(attribute)).toList();
  }

  private boolean isOnlyShard(KeyTemplate.Hole hole) {
    return isShard(hole) && unbound.stream().filter(FanOutMatch::isShard).count() == 1;
  }

  private boolean isOnlyBucket(KeyTemplate.Hole hole) {
    return isBucket(hole) && unbound.stream().filter(FanOutMatch::isBucket).count() == 1;
  }

  private boolean hasBothEnds(String attribute) {
    Restriction range = ranges.get(attribute);
    return range != null && range.comparator() == Comparator.BETWEEN;
  }

  private static boolean isShard(KeyTemplate.Hole hole) {
    return hole.function().filter(HoleFunction.Shard.class::isInstance).isPresent();
  }

  private static boolean isBucket(KeyTemplate.Hole hole) {
    return hole.function().filter(HoleFunction.Bucket.class::isInstance).isPresent();
  }

  /** What is wrong if only a bucket is missing, as a clause. */
  Optional<String> obstacle(List<String> missing) {
    List<KeyTemplate.Hole> holes = missing.size() == 1 ? holes(missing.get(0)) : List.of();
    return holes.stream()
        .filter(hole -> holes.size() == 1 && isOnlyBucket(hole))
        .findFirst()
        .map(
            hole ->
                "is divided by `%s`: bind `%s` by `=`, or by `between :from and :to`"
                    .formatted(hole.text(), hole.attribute().name()));
  }

  /** The queries that it takes, if it takes several and nothing is missing. */
  Optional<FanOut> result() {
    if (unbound.isEmpty()) {
      return Optional.empty();
    }
    Optional<FanOut.Buckets> buckets =
        unbound.stream().filter(FanOutMatch::isBucket).findFirst().map(this::buckets);
    Optional<KeyTemplate.Hole> shards = unbound.stream().filter(FanOutMatch::isShard).findFirst();
    return buckets.isEmpty() && shards.isEmpty()
        ? Optional.empty()
        : Optional.of(new FanOut(buckets, shards));
  }

  private FanOut.Buckets buckets(KeyTemplate.Hole hole) {
    String name = hole.attribute().name();
    boolean isReversed =
        sort.stream().anyMatch(s -> s.attribute().name().equals(name) && s.isDescending());
    Restriction range = ranges.get(name);
    return new FanOut.Buckets(hole, range.operands().get(0), range.operands().get(1), isReversed);
  }
}
