package dev.keyplan.testing;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.UuidType;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.KeyType;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the pieces of models by hand, for tests that need no compiler. */
public final class ModelParts {
  public static final Span SPAN = new SourceFile("model.keyplan", "model").span(0, 5);

  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}|([^{]+)");

  private ModelParts() {}

  public static AttributeType string(int minimum, int maximum) {
    return new StringType(minimum, OptionalInt.of(maximum));
  }

  public static AttributeType string() {
    return new StringType(0, OptionalInt.empty());
  }

  public static AttributeType integer(long minimum, long maximum) {
    return new IntegerType(false, true, minimum, maximum);
  }

  public static AttributeType uuid() {
    return new UuidType();
  }

  public static Attribute attribute(String name, AttributeType type) {
    return attribute(name, name, type);
  }

  public static Attribute attribute(String name, String storedName, AttributeType type) {
    return new Attribute(
        name, storedName, type, false, Optional.empty(), Set.of(), Optional.empty(), SPAN);
  }

  public static Attribute optional(String name, AttributeType type) {
    return new Attribute(
        name, name, type, true, Optional.empty(), Set.of(), Optional.empty(), SPAN);
  }

  public static KeySchema key(String partition, String... sort) {
    return new KeySchema(
        List.of(keyAttribute(partition)),
        Arrays.stream(sort).map(ModelParts::keyAttribute).toList());
  }

  /** A key attribute of text. */
  public static KeyAttribute keyAttribute(String name) {
    return new KeyAttribute(name, KeyType.STRING, SPAN);
  }

  /** The filling of a key: quoted templates, or names of attributes. */
  public static EntityKey filled(KeySchema key, List<Attribute> attributes, String... fillings) {
    List<EntityKey.Part> parts =
        IntStream.range(0, fillings.length)
            .mapToObj(
                i ->
                    new EntityKey.Part(
                        key.attributes().get(i), filling(attributes, fillings[i]), SPAN))
            .toList();
    int partition = key.partition().size();
    return new EntityKey(parts.subList(0, partition), parts.subList(partition, parts.size()));
  }

  private static Filling filling(List<Attribute> attributes, String text) {
    Function<String, Attribute> named =
        name -> attributes.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    if (!text.startsWith("\"")) {
      return new Filling.FromAttribute(named.apply(text));
    }
    String template = text.substring(1, text.length() - 1);
    Matcher matcher = HOLE.matcher(template);
    List<KeyTemplate.Part> parts =
        matcher
            .results()
            .map(
                part ->
                    part.group(1) == null
                        ? new KeyTemplate.Text(part.group())
                        : new KeyTemplate.Hole(
                            named.apply(part.group(1)),
                            part.end() < template.length()
                                ? Optional.of(template.codePointAt(part.end()))
                                : Optional.<Integer>empty(),
                            SPAN))
            .collect(Collectors.toList());
    return new Filling.FromTemplate(new KeyTemplate(parts, SPAN));
  }
}
