package dev.keyplan.model;

import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a read returns, where it does not return whole items.
 *
 * @param name of the type that holds it
 * @param parts in the order of the model, at least one; none is in another
 * @param span of the name, or of the pattern's, from which it is made
 */
public record Selection(String name, List<Part> parts, Span span) {
  public Selection {
    parts = List.copyOf(parts);
  }

  /**
   * An attribute, or an attribute of a struct in it.
   *
   * @param span where the pattern names it
   */
  public record Part(AttributePath path, Span span) {
    /** The attribute that a result has of it: {@code shipTo.city} is its {@code shipToCity}. */
    public Attribute component() {
      if (path.isWhole()) {
        return path.attribute();
      }
      Attribute target = path.target();
      List<Attribute> around = around();
      boolean isOptional =
          target.type().kind() != TypeKind.SET && around.stream().anyMatch(Attribute::mayBeAbsent);
      boolean isSensitive = around.stream().anyMatch(Attribute::isSensitive);
      StringBuilder name = new StringBuilder(path.attribute().name());
      around.stream().skip(1).forEach(member -> name.append(JavaNames.capitalised(member.name())));
      return new Attribute(
          name.toString(),
          target.storedName(),
          target.type(),
          isOptional,
          Optional.empty(),
          isSensitive ? Set.of(Trait.SENSITIVE) : Set.of(),
          target.documentation(),
          span);
    }

    /** The attribute of the item, and those that lead on from there. */
    private List<Attribute> around() {
      return Stream.concat(
              Stream.of(path.attribute()), path.steps().stream().map(AttributePath.Step::target))
          .toList();
    }

    /** The stored names that lead there, in an entity; none if it has no such attribute. */
    private Stream<List<String>> storedNames(Entity entity) {
      Stream<String> members = path.steps().stream().map(step -> step.target().storedName());
      return entity.attribute(path.attribute().name()).stream()
          .map(own -> Stream.concat(Stream.of(entity.nameOfHolder(own)), members).toList());
    }
  }

  /** What is selected. */
  public List<AttributePath> paths() {
    return parts.stream().map(Part::path).toList();
  }

  /** The attributes of items that it is, or is in. */
  public List<Attribute> attributes() {
    return parts.stream().map(part -> part.path().attribute()).distinct().toList();
  }

  /** The attributes of a result. */
  public List<Attribute> components() {
    return parts.stream().map(Part::component).toList();
  }

  /** Whether an item may have nothing of it: what writes maintain is not there before the first. */
  public boolean mayBeAbsent() {
    return components().stream().allMatch(a -> a.mayBeAbsent() || a.isMaintained());
  }

  /** The stored names that lead to all that is selected, in any of the entities. */
  public Set<List<String>> storedNames(List<Entity> entities) {
    Set<List<String>> names = new LinkedHashSet<>();
    for (Part part : parts) {
      entities.stream().flatMap(part::storedNames).forEach(names::add);
    }
    return names;
  }
}
