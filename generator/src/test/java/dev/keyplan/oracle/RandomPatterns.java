package dev.keyplan.oracle;

import dev.keyplan.oracle.Condition.Comparison;
import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.ModelSpec.IndexUse;
import dev.keyplan.oracle.ModelSpec.Side;
import dev.keyplan.oracle.PatternSpec.Read;
import dev.keyplan.oracle.PatternSpec.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/** Makes the patterns of a model: those that its keys are likely to serve. */
final class RandomPatterns {
  private static final int READS_OF_A_PATH = 3;
  private static final int WRITES = 5;
  private static final int TRANSACTIONS = 3;
  private static final int COLLECTIONS = 6;

  private final Random random;
  private final ModelSpec model;
  private final List<PatternSpec> patterns = new ArrayList<>();

  RandomPatterns(Random random, ModelSpec model) {
    this.random = random;
    this.model = model;
  }

  List<PatternSpec> patterns() {
    for (EntitySpec entity : model.entities()) {
      for (int i = 0; i < READS_OF_A_PATH; i++) {
        read(entity, entity.partition(), entity.sort(), "");
        for (IndexUse use : entity.indexes()) {
          read(entity, use.partition().orElseThrow(), use.sort(), use.index());
        }
      }
      if (chance(50)) {
        scan(entity);
      }
      for (int i = 0; i < WRITES; i++) {
        write(entity);
      }
      if (chance(30)) {
        String verb = List.of("put each", "delete each", "get each").get(random.nextInt(3));
        patterns.add(new PatternSpec.Batch(name(), verb, entity.name()));
      }
    }
    for (int i = 0; i < TRANSACTIONS; i++) {
      patterns.add(new RandomTransactions(random, model).transaction(name()));
    }
    RandomCollections collections = new RandomCollections(random, model);
    for (int i = 0; i < COLLECTIONS; i++) {
      collections.read(name()).ifPresent(patterns::add);
    }
    return patterns;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String name() {
    return "p" + (char) ('a' + patterns.size() / 26) + (char) ('a' + patterns.size() % 26);
  }

  private void read(EntitySpec entity, Side partition, Optional<Side> sort, String index) {
    RandomConditions conditions = new RandomConditions(random, entity, "p");
    List<Comparison> where = new ArrayList<>();
    List<String> bound = new ArrayList<>();
    List<String> ofSort = sort.stream().flatMap(Side::attributes).distinct().toList();
    for (Side.Part part : partition.parts()) {
      part.attribute()
          .filter(name -> !bound.contains(name))
          .filter(name -> part.isWhole() || !chance(70))
          .ifPresent(
              name -> {
                bound.add(name);
                where.add(conditions.equal(name));
              });
    }
    List<String> order = new ArrayList<>();
    boolean isBound = true;
    for (String name : ofSort) {
      if (bound.contains(name)) {
        continue;
      }
      if (isBound && chance(45)) {
        bound.add(name);
        where.add(conditions.equal(name));
      } else if (isBound && chance(60)) {
        isBound = false;
        where.add(conditions.range(name));
        order.add(name);
      } else {
        isBound = false;
        order.add(name);
      }
    }
    List<String> ordered = order.subList(0, order.isEmpty() ? 0 : random.nextInt(order.size() + 1));
    boolean isCount = chance(15);
    boolean isGet = !isCount && order.isEmpty() && chance(50);
    List<AttributeSpec> others =
        entity.attributes().stream().filter(a -> !isOf(partition, sort, a)).toList();
    Optional<Condition> filter = isGet || !chance(35) ? Optional.empty() : conditions.any(others);
    String more = (isCount ? "" : more(index)) + expired(entity);
    if (isGet && index.isEmpty() && !where.isEmpty() && chance(30)) {
      int which = random.nextInt(where.size());
      where.set(which, conditions.oneOf(where.get(which).attribute()));
    }
    patterns.add(
        new Read(
            name(),
            isGet ? "get" : isCount ? "count" : "query",
            List.of(entity.name()),
            where,
            filter.or(() -> presence(entity, index)),
            isCount || isGet ? List.of() : ordered,
            !isCount && !ordered.isEmpty() && chance(40),
            isCount || isGet || !chance(20)
                ? OptionalInt.empty()
                : OptionalInt.of(1 + random.nextInt(4)),
            isGet || !chance(15) ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(4)),
            isCount || !chance(25) ? List.of() : selection(entity),
            more));
  }

  /** What makes a pattern over a sparse index complete. */
  private Optional<Condition> presence(EntitySpec entity, String index) {
    return entity.indexes().stream()
        .filter(use -> use.index().equals(index))
        .findFirst()
        .flatMap(
            use ->
                Stream.concat(
                        use.when().stream(),
                        use.attributes().stream()
                            .filter(name -> entity.attribute(name).isOptional())
                            .map(name -> new Condition.Presence(name, true)))
                    .reduce((one, other) -> new Condition.Joined(one, true, other)));
  }

  private static boolean isOf(Side partition, Optional<Side> sort, AttributeSpec attribute) {
    return partition.attributes().anyMatch(attribute.name()::equals)
        || sort.stream().flatMap(Side::attributes).anyMatch(attribute.name()::equals);
  }

  private String more(String index) {
    if (index.isEmpty()) {
      return chance(20) ? "consistent" : chance(10) ? "via T" : "";
    }
    return (chance(60) ? "via " + index + " " : "") + (chance(25) ? "fetch" : "");
  }

  private String expired(EntitySpec entity) {
    boolean canExpire = model.table().expiry().filter(entity::has).isPresent();
    return canExpire && chance(30) ? " with expired" : "";
  }

  private List<String> selection(EntitySpec entity) {
    List<String> names = new ArrayList<>();
    entity.attributes().stream()
        .filter(a -> chance(40))
        .map(
            a ->
                a.type().text().equals("Point") && chance(50)
                    ? a.name() + (chance(50) ? ".x" : ".label")
                    : a.name())
        .forEach(names::add);
    return names;
  }

  private void scan(EntitySpec entity) {
    RandomConditions conditions = new RandomConditions(random, entity, "p");
    patterns.add(
        new Read(
            name(),
            "scan",
            List.of(entity.name()),
            List.of(),
            chance(60) ? conditions.any(entity.attributes()) : Optional.empty(),
            List.of(),
            false,
            chance(30) ? OptionalInt.of(1 + random.nextInt(4)) : OptionalInt.empty(),
            OptionalInt.empty(),
            chance(20) ? selection(entity) : List.of(),
            expired(entity)));
  }

  private void write(EntitySpec entity) {
    String verb =
        List.of("update", "update", "update", "update", "put", "create", "delete", "move")
            .get(random.nextInt(8));
    RandomConditions conditions = new RandomConditions(random, entity, "p");
    Optional<Write> write = new RandomWrites(random, entity, conditions).write(name(), verb);
    boolean isSilent = verb.equals("create") || verb.equals("move") || !chance(30);
    String returns = isSilent ? "" : List.of("old", "new", "none").get(random.nextInt(3));
    boolean isNamed = (verb.equals("update") || verb.equals("delete")) && chance(15);
    write
        .map(w -> w.returning(returns))
        .map(w -> isNamed ? w.named(List.copyOf(entity.keyAttributes())) : w)
        .ifPresent(patterns::add);
  }
}
