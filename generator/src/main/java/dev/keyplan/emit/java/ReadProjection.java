package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Selection;
import dev.keyplan.plan.Expiry;
import dev.keyplan.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes which attributes a read asks for, where it does not ask for all. */
final class ReadProjection {
  private final Entity entity;

  /**
   * @param entity one of those that are read
   */
  ReadProjection(Entity entity) {
    this.entity = entity;
  }

  /**
   * {@code .projectionExpression("id, total")}, where not all is returned.
   *
   * @param more what is needed besides
   */
  Optional<CodeBlock> of(ReadPattern pattern, List<String> more, Placeholders placeholders) {
    return pattern
        .selection()
        .map(selection -> projection(projected(pattern, selection, more), placeholders));
  }

  /** What of an index entry says which item it is of. */
  CodeBlock ofKey(Placeholders placeholders) {
    return projection(keyNames().stream().map(List::of).toList(), placeholders);
  }

  /** Only what is looked at, where DynamoDB cannot count alone. */
  Optional<CodeBlock> ofCount(Plan.Query count, Placeholders placeholders) {
    List<List<String>> names = lookedAt(count).stream().map(List::of).toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(projection(names, placeholders));
  }

  private static CodeBlock projection(
      Collection<List<String>> attributes, Placeholders placeholders) {
    String names = attributes.stream().map(placeholders::path).collect(Collectors.joining(", "));
    return CodeBlock.of("\n.projectionExpression($L)", Literals.wrapped(names));
  }

  /** What a read looks at besides its results. */
  static List<String> lookedAt(Plan plan) {
    return Expiry.afterReading(plan).map(Attribute::storedName).stream().toList();
  }

  /** With an attribute that every item has: an empty item could not be told from none. */
  private Set<List<String>> projected(ReadPattern pattern, Selection selection, List<String> more) {
    Set<List<String>> names = selection.storedNames(pattern.entities());
    more.forEach(name -> names.add(List.of(name)));
    if (pattern.collection().isPresent()) {
      recognising().forEach(name -> names.add(List.of(name)));
    }
    if (selection.mayBeAbsent()) {
      names.add(List.of(entity.table().key().attributes().get(0).name()));
    }
    return names;
  }

  /** What tells the items of a collection apart. */
  private List<String> recognising() {
    return entity.table().typeAttribute().map(List::of).orElseGet(this::keyNames);
  }

  private List<String> keyNames() {
    return entity.table().key().attributes().stream().map(KeyAttribute::name).toList();
  }
}
