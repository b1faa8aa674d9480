package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.KEY_FILLED_TWICE;
import static dev.keyplan.resolve.ResolutionError.KEY_FILLING_UNEXPECTED;
import static dev.keyplan.resolve.ResolutionError.KEY_NOT_FILLED;
import static dev.keyplan.resolve.ResolutionError.STORED_NAME_TAKEN;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.EntityKey.Part;
import dev.keyplan.model.Filling;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.EntityDeclaration.FillingSide;
import dev.keyplan.syntax.EntityDeclaration.KeyFilling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves how an entity fills the key of its table and those of indexes. One physical attribute
 * has one filling, however many keys it is part of; so the primary key goes first, then what the
 * index lines say, and at last what they leave out.
 */
final class KeyResolver {
  private final AttributeScope attributes;
  private final Reporter reporter;
  private final FillingResolver fillings;

  /** By the physical name of the key attribute. */
  private final Map<String, Part> filled = new HashMap<>();

  KeyResolver(AttributeScope attributes, Reporter reporter) {
    this.attributes = attributes;
    this.reporter = reporter;
    this.fillings = new FillingResolver(attributes, reporter);
  }

  /** The primary key; both sides are always written. */
  Optional<EntityKey> primary(KeySchema schema, KeyFilling filling) {
    boolean isComplete = requireSide(schema.partition(), filling.partition(), filling.span());
    isComplete &= requireSide(schema.sort(), filling.sort(), filling.span());
    isComplete &= explicit(schema.partition(), filling.partition(), "the table");
    isComplete &= explicit(schema.sort(), filling.sort(), "the table");
    return isComplete ? assembled(schema) : Optional.empty();
  }

  /** Takes in what an index line says; false if it could not be understood. */
  boolean explicit(Index index, KeyFilling filling) {
    String owner = "the index `" + index.name() + "`";
    boolean isComplete = explicit(index.key().partition(), filling.partition(), owner);
    return explicit(index.key().sort(), filling.sort(), owner) && isComplete;
  }

  /** The key of an index, with all that its line leaves out. */
  Optional<EntityKey> index(Index index, Span line) {
    for (KeyAttribute key : index.key().attributes()) {
      if (!filled.containsKey(key.name())) {
        implied(index, key, line).ifPresent(part -> filled.put(key.name(), part));
      }
    }
    return assembled(index.key());
  }

  /** Nothing may be stored under the name of a key attribute that is filled with something else. */
  void checkStoredNames() {
    for (Attribute attribute : attributes.attributes()) {
      Part part = filled.get(attribute.storedName());
      if (part != null && !part.isStored()) {
        reporter.report(
            STORED_NAME_TAKEN
                .at(
                    attribute.span(),
                    "`%s` is stored as `%s`, which the key fills with something else"
                        .formatted(attribute.name(), attribute.storedName()))
                .withRelated(part.span(), "filled here")
                .withHint(
                    "store it under another name: `%1$s \"%1$s_value\"`"
                        .formatted(attribute.name())));
      }
    }
  }

  private boolean requireSide(List<KeyAttribute> keys, Optional<FillingSide> side, Span span) {
    if (keys.isEmpty() || side.isPresent()) {
      return true;
    }
    KeyAttribute key = keys.get(0);
    reporter.report(
        KEY_NOT_FILLED
            .at(span, "the key does not say what `%s` holds".formatted(key.name()))
            .withRelated(key.span(), "a key attribute of the table")
            .withHint("both sides: `key \"A#{a}\" / \"B#{b}\"`"));
    return false;
  }

  private boolean explicit(List<KeyAttribute> keys, Optional<FillingSide> side, String owner) {
    if (side.isEmpty()) {
      return true;
    }
    List<EntityDeclaration.Filling> written = side.get().fillings();
    if (written.size() != keys.size()) {
      reporter.report(wrongCount(keys, side.get(), owner));
      return false;
    }
    boolean isComplete = true;
    for (int i = 0; i < keys.size(); i++) {
      Optional<Filling> filling = fillings.resolve(written.get(i), keys.get(i));
      isComplete &= filling.isPresent();
      Span span = written.get(i).span();
      KeyAttribute key = keys.get(i);
      filling.ifPresent(f -> fill(new Part(key, f, span)));
    }
    return isComplete;
  }

  private static Diagnostic wrongCount(List<KeyAttribute> keys, FillingSide side, String owner) {
    if (keys.isEmpty()) {
      return KEY_FILLING_UNEXPECTED
          .at(side.span(), "%s has no sort key to fill".formatted(owner))
          .withHint("leave out the `/` and what follows it");
    }
    List<String> names = keys.stream().map(KeyAttribute::name).toList();
    return KEY_FILLING_UNEXPECTED
        .at(
            side.span(),
            "this side of %s takes %d fillings, not %d"
                .formatted(owner, keys.size(), side.fillings().size()))
        .withRelated(keys.get(0).span(), "key attributes: " + String.join(", ", names));
  }

  private void fill(Part part) {
    Part before = filled.putIfAbsent(part.key().name(), part);
    if (before != null && !before.filling().text().equals(part.filling().text())) {
      reporter.report(
          KEY_FILLED_TWICE
              .at(part.span(), "`%s` is filled in two different ways".formatted(part.key().name()))
              .withLabel("an item has one value for it")
              .withRelated(before.span(), "filled here"));
    }
  }

  private Optional<Part> implied(Index index, KeyAttribute key, Span line) {
    Optional<Attribute> stored = attributes.storedAs(key.name());
    if (stored.isPresent()) {
      return stored
          .filter(attribute -> fillings.checkStorage(attribute, key, line))
          .map(attribute -> new Part(key, new Filling.FromAttribute(attribute), line));
    }
    if (attributes.isBroken(key.name())) {
      reporter.markUnsound();
      return Optional.empty();
    }
    reporter.report(
        KEY_NOT_FILLED
            .at(
                line,
                "nothing fills the key attribute `%s` of the index `%s`"
                    .formatted(key.name(), index.name()))
            .withLabel("no attribute is stored as `%s`".formatted(key.name()))
            .withRelated(key.span(), "the key attribute")
            .withHint(
                "say what fills it: `index %s = \"…\"`, or store an attribute as `%s`"
                    .formatted(index.name(), key.name())));
    return Optional.empty();
  }

  private Optional<EntityKey> assembled(KeySchema schema) {
    List<Part> partition = parts(schema.partition());
    List<Part> sort = parts(schema.sort());
    boolean isComplete =
        partition.size() == schema.partition().size() && sort.size() == schema.sort().size();
    return isComplete ? Optional.of(new EntityKey(partition, sort)) : Optional.empty();
  }

  private List<Part> parts(List<KeyAttribute> keys) {
    List<Part> parts = new ArrayList<>();
    for (KeyAttribute key : keys) {
      Part part = filled.get(key.name());
      if (part != null) {
        parts.add(new Part(key, part.filling(), part.span()));
      }
    }
    return parts;
  }
}
