package dev.keyplan.oracle;

import dev.keyplan.oracle.Condition.Comparison;
import dev.keyplan.oracle.Condition.Operand;
import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.ModelSpec.IndexUse;
import dev.keyplan.oracle.ModelSpec.Side;
import dev.keyplan.oracle.PatternSpec.Change;
import dev.keyplan.oracle.PatternSpec.Read;
import dev.keyplan.oracle.PatternSpec.Write;
import dev.keyplan.oracle.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Makes the patterns of a model: those that its keys are likely to serve. */
final class RandomPatterns {
  private static final int READS_OF_A_PATH = 3;
  private static final int WRITES = 5;

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
    }
    collections();
    return patterns;
  }

  /** Reads of the entities that share the partition key of the first one. */
  private void collections() {
    EntitySpec first = model.entities().get(0);
    List<String> sharing =
        model.entities().stream()
            .filter(e -> e.partition().equals(first.partition()))
            .map(EntitySpec::name)
            .toList();
    for (int i = 0; i < READS_OF_A_PATH && sharing.size() > 1; i++) {
      RandomConditions conditions = new RandomConditions(random, first);
      patterns.add(
          new Read(
              name(),
              "query",
              i == 0 ? sharing : sharing.subList(sharing.size() - 2, sharing.size()),
              first.partition().attributes().distinct().map(conditions::equal).toList(),
              Optional.empty(),
              List.of(),
              false,
              OptionalInt.empty(),
              chance(20) ? OptionalInt.of(1 + random.nextInt(4)) : OptionalInt.empty(),
              List.of(),
              chance(30) ? "order desc" : ""));
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String name() {
    return "p" + (char) ('a' + patterns.size() / 26) + (char) ('a' + patterns.size() % 26);
  }

  private void read(EntitySpec entity, Side partition, Optional<Side> sort, String index) {
    RandomConditions conditions = new RandomConditions(random, entity);
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
    String more = isCount ? "" : more(index);
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
                use.when()
                    .or(
                        () ->
                            use.attributes().stream()
                                .filter(name -> entity.attribute(name).isOptional())
                                .findFirst()
                                .map(name -> new Condition.Presence(name, true))));
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

  private List<String> selection(EntitySpec entity) {
    List<String> names = new ArrayList<>();
    entity.attributes().stream()
        .filter(a -> chance(40))
        .map(AttributeSpec::name)
        .forEach(names::add);
    return names;
  }

  private void scan(EntitySpec entity) {
    RandomConditions conditions = new RandomConditions(random, entity);
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
            ""));
  }

  private void write(EntitySpec entity) {
    RandomConditions conditions = new RandomConditions(random, entity);
    String verb =
        List.of("update", "update", "update", "update", "put", "create", "delete", "move")
            .get(random.nextInt(8));
    List<Change> changes = new ArrayList<>();
    for (AttributeSpec attribute : entity.attributes()) {
      boolean isKey = entity.keyAttributes().contains(attribute.name());
      boolean isOpen = !attribute.isMaintained();
      boolean isUpdated = isOpen && verb.equals("update") && !isKey && chance(30);
      boolean isMoved = isOpen && verb.equals("move") && chance(isKey ? 60 : 15);
      if (isUpdated || isMoved) {
        changes.add(change(attribute, conditions, isUpdated));
      }
    }
    boolean isUpdate = verb.equals("update") || verb.equals("move");
    if (isUpdate && changes.isEmpty()) {
      return;
    }
    Optional<Condition> condition =
        verb.equals("create") || !chance(50)
            ? Optional.empty()
            : conditions.any(entity.attributes());
    String returns =
        verb.equals("create") || verb.equals("move") || !chance(30)
            ? ""
            : List.of("old", "new", "none").get(random.nextInt(3));
    patterns.add(new Write(name(), verb, entity.name(), changes, condition, returns));
  }

  private Change change(AttributeSpec attribute, RandomConditions conditions, boolean isUpdate) {
    if (attribute.isOptional() && chance(30)) {
      return new Change(Change.Kind.REMOVE, attribute.name(), Operand.literal("", ""));
    }
    Change.Kind kind = isUpdate && chance(50) ? kind(attribute.type()) : Change.Kind.SET;
    Operand operand =
        kind == Change.Kind.SET ? conditions.operand(attribute, false) : conditions.parameter();
    return new Change(kind, attribute.name(), operand);
  }

  private Change.Kind kind(ValueType type) {
    if (type.kind() == Kind.NUMBER && !type.text().equals("double")) {
      return List.of(Change.Kind.ADD, Change.Kind.PLUS, Change.Kind.MINUS, Change.Kind.IF_ABSENT)
          .get(random.nextInt(4));
    }
    return switch (type.kind()) {
      case SET -> random.nextBoolean() ? Change.Kind.ADD_ELEMENT : Change.Kind.REMOVE_ELEMENT;
      case LIST -> random.nextBoolean() ? Change.Kind.APPEND : Change.Kind.PREPEND;
      default -> Change.Kind.IF_ABSENT;
    };
  }
}
