package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.model.BuiltInMethod;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Returned;
import dev.keyplan.model.Selection;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.Table;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The design, and what the generated classes of all its parts are called. */
final class JavaContext {
  private final EmitInput input;
  private final SupportTypes support;
  private final TypeMapping mapping;
  private final NullAnnotations nulls;
  private final SharedTypes shared;
  private final Map<DefinitionName, List<Entity>> entitiesByTable;
  private final Map<DefinitionName, List<Plan>> plansByEntity;
  private final List<ItemCollectionType> collections;
  private final Set<StructDefinition> updatedInside;

  JavaContext(EmitInput input) {
    this.input = input;
    this.support = new SupportTypes(input.options().supportPackage());
    this.mapping = new TypeMapping(support);
    this.nulls = new NullAnnotations(input.options().nullness());
    this.entitiesByTable = input.model().entitiesByTable();
    this.plansByEntity =
        input.plans().stream()
            .collect(Collectors.groupingBy(plan -> plan.pattern().entities().get(0).name()));
    this.collections = findCollections();
    this.updatedInside = InnerUpdates.structs(input.model().entities());
    this.shared = new SharedTypes(this);
  }

  EmitInput input() {
    return input;
  }

  SupportTypes support() {
    return support;
  }

  TypeMapping mapping() {
    return mapping;
  }

  NullAnnotations nulls() {
    return nulls;
  }

  /** How repositories send calls: one for each client that there are repositories for. */
  List<ClientStyle> styles() {
    return switch (input.options().clients()) {
      case SYNC -> List.of(new SyncStyle(support));
      case ASYNC -> List.of(new AsyncStyle(support, nulls));
      case BOTH -> List.of(new SyncStyle(support), new AsyncStyle(support, nulls));
    };
  }

  KeyFunctions keyFunctions(Entity entity) {
    return new KeyFunctions(entity, mapping, support);
  }

  static EntityTypes types(Entity entity) {
    return new EntityTypes(entity.name());
  }

  static ClassName tableClass(Table table) {
    String name = JavaNames.capitalised(table.name().name());
    return ClassName.get(table.name().namespace(), name.endsWith("Table") ? name : name + "Table");
  }

  static ClassName streamClass(Table table) {
    return streamClass(table, "Stream");
  }

  static ClassName streamCodecClass(Table table) {
    return streamClass(table, "StreamCodec");
  }

  private static ClassName streamClass(Table table, String suffix) {
    String name = JavaNames.capitalised(JavaNames.withoutTable(table.name().name()));
    return ClassName.get(table.name().namespace(), name + suffix);
  }

  /** The entities whose items a table holds. */
  List<Entity> entities(Table table) {
    return entitiesByTable.getOrDefault(table.name(), List.of());
  }

  /** The plans of the patterns that an entity's repository has. */
  List<Plan> plans(Entity entity) {
    return plansByEntity.getOrDefault(entity.name(), List.of());
  }

  /** What the patterns of an entity's repository select, each once. */
  Collection<Selection> selections(Entity entity) {
    Map<String, Selection> selections = new LinkedHashMap<>();
    for (Plan plan : plans(entity)) {
      if (plan.pattern() instanceof ReadPattern read) {
        read.selection()
            .ifPresent(selection -> selections.putIfAbsent(selection.name(), selection));
      }
    }
    return selections.values();
  }

  /** The entities whose items a selection is of, if a pattern finds several. */
  Optional<List<Entity>> selectedFrom(Entity first, Selection selection) {
    return reads(plans(first))
        .filter(read -> read.collection().isPresent())
        .filter(read -> read.selection().filter(s -> s.name().equals(selection.name())).isPresent())
        .map(ReadPattern::entities)
        .findFirst();
  }

  /** What patterns find together as it is, each type once. */
  List<ItemCollectionType> collections() {
    return collections;
  }

  private List<ItemCollectionType> findCollections() {
    Map<ClassName, ItemCollectionType> found = new LinkedHashMap<>();
    collectionReads()
        .filter(ReadPattern::returnsCollection)
        .map(
            read ->
                new ItemCollectionType(
                    ResultTypes.of(read), read.entities(), read.collection().orElseThrow()))
        .forEach(c -> found.putIfAbsent(c.type(), c));
    return List.copyOf(found.values());
  }

  /** The reads of several entities, which name those that they find. */
  private Stream<ReadPattern> collectionReads() {
    return reads().filter(read -> read.collection().isPresent());
  }

  Stream<ReadPattern> reads() {
    return reads(input.plans());
  }

  private static Stream<ReadPattern> reads(List<Plan> plans) {
    return plans.stream()
        .map(Plan::pattern)
        .filter(ReadPattern.class::isInstance)
        .map(ReadPattern.class::cast);
  }

  /** The entity's own table, and those of the other members of its transactions. */
  List<Table> tables(Entity entity) {
    List<Table> tables = new ArrayList<>(List.of(entity.table()));
    for (Entity member : transactionEntities(entity)) {
      if (tables.stream().noneMatch(table -> table.name().equals(member.table().name()))) {
        tables.add(member.table());
      }
    }
    return tables;
  }

  /** The entities of the transactions of an entity's repository, besides its own. */
  List<Entity> transactionEntities(Entity entity) {
    List<Entity> entities = new ArrayList<>();
    for (Plan plan : plans(entity)) {
      plan.pattern().entities().stream()
          .filter(e -> plan instanceof Plan.Transaction || plan instanceof Plan.TransactionGet)
          .filter(e -> !e.name().equals(entity.name()))
          .filter(e -> entities.stream().noneMatch(known -> known.name().equals(e.name())))
          .forEach(entities::add);
    }
    return entities;
  }

  /** What the requests of the entity call a write that they have whatever the pattern. */
  String builtInName(WriteAction action) {
    BuiltInMethod method = method(action).orElseThrow();
    return restatement(action.entity(), method).orElse(method.word());
  }

  /** Whether the requests of the entity have this write whatever the pattern. */
  boolean isBuiltIn(WriteAction action) {
    return method(action)
        .filter(
            method ->
                action.entity().builtIns().contains(method)
                    || restatement(action.entity(), method).isPresent())
        .isPresent();
  }

  /** The built-in write of that name, unless the entity does not want it or a pattern states it. */
  Optional<WriteAction> builtInWrite(Entity entity, BuiltInMethod method) {
    if (!entity.builtIns().contains(method) || restatement(entity, method).isPresent()) {
      return Optional.empty();
    }
    return switch (method) {
      case CREATE -> Optional.of(new WriteAction.Put(entity, true));
      case PUT -> Optional.of(new WriteAction.Put(entity, false));
      case DELETE -> Optional.of(new WriteAction.Delete(entity));
      case GET, UPDATE, UPSERT, GET_ALL, PUT_ALL, DELETE_ALL -> Optional.empty();
    };
  }

  /** {@code new Message.Key(groupId, createdAt, id)}, of the operands by attribute name. */
  CodeBlock key(Entity entity, Map<String, Operand> operands) {
    KeyExpressions keys = new KeyExpressions(keyFunctions(entity), mapping());
    CodeBlock values =
        entity.key().attributes().stream()
            .map(attribute -> keys.operand(attribute, operands.get(attribute.name())))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("new $T($L)", types(entity).key(), values);
  }

  /** Whether a pattern only says what a built-in method does, and so replaces it. */
  boolean isRestated(Entity entity, BuiltInMethod method) {
    return restatement(entity, method).isPresent();
  }

  /** The pattern that only restates a built-in write, and so replaces it. */
  private Optional<String> restatement(Entity entity, BuiltInMethod method) {
    return plans(entity).stream()
        .filter(plan -> method(plan).equals(Optional.of(method)))
        .map(plan -> plan.pattern().name().name())
        .findFirst();
  }

  private static Optional<BuiltInMethod> method(Plan plan) {
    if (plan instanceof Plan.Write write && !write.pattern().write().key().isEmpty()) {
      return Optional.empty();
    }
    if (plan instanceof Plan.Batch batch) {
      return Optional.of(
          batch.action() instanceof WriteAction.Put
              ? BuiltInMethod.PUT_ALL
              : BuiltInMethod.DELETE_ALL);
    }
    return plan instanceof Plan.Write write ? method(write.action()) : Optional.empty();
  }

  /** The built-in method that does what a write does, and nothing else. */
  private static Optional<BuiltInMethod> method(WriteAction action) {
    if (action.condition().isPresent()) {
      return Optional.empty();
    }
    if (action instanceof WriteAction.Put put && put.returned() == Returned.NEW) {
      return Optional.of(put.mustNotExist() ? BuiltInMethod.CREATE : BuiltInMethod.PUT);
    }
    return action instanceof WriteAction.Delete delete
            && delete.returned() == Returned.ofDelete(delete.entity())
        ? Optional.of(BuiltInMethod.DELETE)
        : Optional.empty();
  }

  /** Whether updates can change parts of a struct, inside of an item. */
  boolean isUpdatedInside(StructDefinition struct) {
    return updatedInside.contains(struct);
  }

  /** Whether another package uses the codec of an entity or struct, which it then must see. */
  boolean isShared(DefinitionName name) {
    return shared.contains(name);
  }
}
