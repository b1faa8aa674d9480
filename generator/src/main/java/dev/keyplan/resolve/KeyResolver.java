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
import java.util.stream.Collectors;

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
    Optional<Diagnostic> joined = joinedSides(schema, filling);
    if (joined.isPresent()) {
      reporter.report(joined.get());
      return Optional.empty();
    }
    boolean isComplete =
        requireSide(schema.partition(), filling.partition(), filling.span(), "\"…\" %s")
            && requireSide(schema.sort(), filling.sort(), filling.span(), "%s / \"…\"");
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
    List<KeyAttribute> missing = new ArrayList<>();
    for (KeyAttribute key : index.key().attributes()) {
      if (!filled.containsKey(key.name()) && !isImplied(key, line)) {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      reporter.report(notFilled(index, missing, line));
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

  /** {@code key ("CUSTOMER#{id}", "PROFILE")}: both sides as one. */
  private static Optional<Diagnostic> joinedSides(KeySchema schema, KeyFilling filling) {
    List<EntityDeclaration.Filling> written =
        filling.partition().map(FillingSide::fillings).orElse(List.of());
    boolean isJoined =
        filling.sort().isEmpty()
            && schema.partition().size() == 1
            && schema.sort().size() == 1
            && written.size() == 2;
    return isJoined
        ? Optional.of(
            KEY_FILLING_UNEXPECTED
                .at(filling.span(), "the sides of a key are separated by `/`")
                .withHint(
                    "write `key %s / %s`"
                        .formatted(written.get(0).span().text(), written.get(1).span().text())))
        : Optional.empty();
  }

  private boolean requireSide(
      List<KeyAttribute> keys, Optional<FillingSide> side, Span span, String both) {
    if (keys.isEmpty() || side.isPresent()) {
      return true;
    }
    KeyAttribute key = keys.get(0);
    reporter.report(
        KEY_NOT_FILLED
            .at(span, "the key does not say what `%s` holds".formatted(key.name()))
            .withRelated(key.span(), "a key attribute of the table")
            .withHint("both sides: `key %s`".formatted(both.formatted(span.text()))));
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
            "this side of %s takes %s, not %d"
                .formatted(
                    owner,
                    keys.size() == 1 ? "one filling" : keys.size() + " fillings",
                    side.fillings().size()))
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

  /** Whether a stored attribute fills a key attribute, or what is wrong with it is said. */
  private boolean isImplied(KeyAttribute key, Span line) {
    Optional<Attribute> stored = attributes.storedAs(key.name());
    if (stored.isPresent()) {
      if (fillings.checkStorage(stored.get(), key, line)) {
        filled.put(key.name(), new Part(key, new Filling.FromAttribute(stored.get()), line));
      }
      return true;
    }
    if (attributes.isBroken(key.name())) {
      reporter.markUnsound();
      return true;
    }
    return false;
  }

  private Diagnostic notFilled(Index index, List<KeyAttribute> missing, Span line) {
    List<String> names = missing.stream().map(KeyAttribute::name).toList();
    String all = names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(" and "));
    String sort = side(index.key().sort(), missing, line);
    String sides =
        side(index.key().partition(), missing, line) + (sort.isEmpty() ? "" : " / " + sort);
    Diagnostic diagnostic =
        KEY_NOT_FILLED
            .at(
                line,
                "nothing fills the key %s %s of the index `%s`"
                    .formatted(names.size() == 1 ? "attribute" : "attributes", all, index.name()))
            .withLabel("no attribute is stored as %s".formatted(all.replace(" and ", " or ")));
    for (KeyAttribute key : missing) {
      diagnostic = diagnostic.withRelated(key.span(), "the key attribute");
    }
    return diagnostic.withHint(
        "say what fills it: `index %s = %s`, or store an attribute as %s"
            .formatted(index.name(), sides.strip(), all));
  }

  /** What an index line says of a side, and what it should say; nothing if it says nothing. */
  private String side(List<KeyAttribute> keys, List<KeyAttribute> missing, Span line) {
    List<String> written =
        keys.stream()
            .map(key -> missing.contains(key) ? "\"…\"" : written(key, line))
            .filter(text -> !text.isEmpty())
            .toList();
    return written.size() > 1 ? "(" + String.join(", ", written) + ")" : String.join("", written);
  }

  private String written(KeyAttribute key, Span line) {
    Part part = filled.get(key.name());
    boolean isOnLine =
        part != null
            && part.span().start() > line.start()
            && part.span().startPosition().line() == line.startPosition().line();
    return isOnLine ? part.span().text() : "";
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
