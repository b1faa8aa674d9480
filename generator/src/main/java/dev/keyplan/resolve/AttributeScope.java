package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.PATH_INVALID;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.IndexKey;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attributes of an entity or struct by name, also those that were declared wrongly. */
final class AttributeScope {
  /** The words that end an {@code order}. */
  private static final Set<String> DIRECTIONS = Set.of("asc", "desc");

  private final List<String> owners;
  private final Map<String, Optional<Attribute>> byName = new LinkedHashMap<>();
  private final Map<String, Function<Span, Diagnostic>> refused = new HashMap<>();

  /** Those whose attributes they are; none while they are being resolved. */
  private final List<Entity> entities;

  /**
   * @param owner the name of the entity or struct
   */
  AttributeScope(String owner) {
    this(List.of(owner), List.of());
  }

  private AttributeScope(List<String> owners, List<Entity> entities) {
    this.entities = entities;
    this.owners = owners;
  }

  /** A scope for what is common to several entities; it has no attributes yet. */
  static AttributeScope of(List<Entity> entities) {
    return new AttributeScope(
        entities.stream().map(entity -> entity.name().name()).toList(), entities);
  }

  static AttributeScope of(Entity entity) {
    AttributeScope scope = of(List.of(entity));
    entity.attributes().forEach(a -> scope.byName.put(a.name(), Optional.of(a)));
    return scope;
  }

  /** Adds an attribute; an empty one is known by its name alone. */
  void add(String name, Optional<Attribute> attribute) {
    byName.put(name, attribute);
  }

  /** Adds a name that means nothing clear, and what to say where it stands. */
  void refuse(String name, Function<Span, Diagnostic> why) {
    refused.put(name, why);
  }

  boolean contains(String name) {
    return byName.containsKey(name) || refused.containsKey(name);
  }

  /** Those declared rightly, in order. */
  List<Attribute> attributes() {
    return byName.values().stream().flatMap(Optional::stream).toList();
  }

  /** Whether an attribute is there, but was not understood. */
  boolean isBroken(String name) {
    return byName.containsKey(name) && byName.get(name).isEmpty();
  }

  /** The attribute stored under a name in DynamoDB. */
  Optional<Attribute> storedAs(String storedName) {
    return attributes().stream().filter(a -> a.storedName().equals(storedName)).findFirst();
  }

  /** The attribute that a path names; empty, with a report or an unsound reporter, if none. */
  Optional<Attribute> find(Path path, Reporter reporter) {
    Optional<Attribute> first = find(path.first(), reporter);
    if (!path.isSimple() && contains(path.first().text())) {
      reporter.report(
          PATH_INVALID
              .at(
                  path.span(),
                  "`%s` is inside of an attribute, where no key is".formatted(path.span().text()))
              .withHint("store it as an attribute of its own; or ask for it in a `filter`"));
      return Optional.empty();
    }
    return first;
  }

  /** The attribute of a name; empty, with a report or an unsound reporter, if none. */
  Optional<Attribute> find(Name name, Reporter reporter) {
    if (refused.containsKey(name.text())) {
      reporter.report(refused.get(name.text()).apply(name.span()));
      return Optional.empty();
    }
    Optional<Attribute> found = byName.get(name.text());
    if (found == null) {
      reportUnknown(name, reporter);
      return Optional.empty();
    }
    if (found.isEmpty()) {
      reporter.markUnsound();
    }
    return found;
  }

  private String owner() {
    String names = "`" + String.join("`, `", owners) + "`";
    return owners.size() == 1 ? names : "the collection of " + names;
  }

  private void reportUnknown(Name name, Reporter reporter) {
    String word = name.text();
    Span span = name.span();
    String owner = owner();
    if (!Clause.KEYWORDS.contains(word) && !DIRECTIONS.contains(word)) {
      Diagnostic unknown = NAME_UNKNOWN.at(span, "%s has no attribute `%s`".formatted(owner, word));
      reporter.report(
          keyFilling(word)
              .map(of -> unknown.withLabel("a key attribute of the table").withHint(ofKey(of)))
              .orElseGet(() -> Suggestions.add(unknown, word, byName.keySet())));
      return;
    }
    // A clause's word is an ordinary name wherever a name is expected, for instance after a comma.
    String before = wordBefore(span);
    reporter.report(
        ResolutionError.SEPARATOR_DANGLING
            .at(span, "nothing follows `%s`".formatted(before))
            .withLabel(
                "so `%s` is read as an attribute, which %s does not have".formatted(word, owner))
            .withHint(
                before.equals("and") || before.equals(",")
                    ? "take away the `%s`, or write what it joins".formatted(before)
                    : "`%s` needs an attribute".formatted(before)));
  }

  /** What a key attribute of the table or of its indexes is made of, if the name is that of one. */
  private Optional<List<Attribute>> keyFilling(String name) {
    return entities.stream()
        .flatMap(
            entity ->
                Stream.concat(
                    entity.key().parts().stream(), entity.indexKeys().stream().map(IndexKey::part)))
        .filter(part -> part.key().name().equals(name))
        .map(part -> part.filling().attributes())
        .findFirst();
  }

  private static String ofKey(List<Attribute> attributes) {
    return attributes.isEmpty()
        ? "leave it out: it is the same for all items of the entity"
        : "name what it is made of: "
            + attributes.stream()
                .map(attribute -> "`" + attribute.name() + "`")
                .collect(Collectors.joining(" and "));
  }

  /** The word or character that stands before a name. */
  private static String wordBefore(Span span) {
    String text = span.file().text();
    int end = span.start();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return start < end ? text.substring(start, end) : text.substring(Math.max(0, end - 1), end);
  }
}
