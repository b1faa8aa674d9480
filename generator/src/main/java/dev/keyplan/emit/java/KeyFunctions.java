package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Limits;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The functions of an entity's codec that make the texts of its keys. */
final class KeyFunctions {
  private final EntityTypes types;
  private final TypeMapping mapping;
  private final SupportTypes support;
  private final Map<String, KeyFunction> functions = new LinkedHashMap<>();
  private final Set<String> sortKeys = new HashSet<>();

  /**
   * One function.
   *
   * @param name in Java, after the key attribute: {@code pk}
   * @param attribute the key attribute's name in DynamoDB
   * @param template the text it makes
   * @param isSort whether the attribute is a sort key anywhere, which allows fewer bytes
   */
  record KeyFunction(String name, String attribute, KeyTemplate template, boolean isSort) {
    /** Its parameters, each once. */
    List<Attribute> parameters() {
      return template.attributes().stream().distinct().toList();
    }
  }

  KeyFunctions(Entity entity, TypeMapping mapping, SupportTypes support) {
    this.types = new EntityTypes(entity.name());
    this.mapping = mapping;
    this.support = support;
    NameAllocator names = new NameAllocator();
    List.of("key", "read", "write").forEach(names::newName);
    List<EntityKey> keys = new ArrayList<>();
    keys.add(entity.key());
    entity.indexes().stream().map(IndexMembership::key).forEach(keys::add);
    keys.stream()
        .flatMap(key -> key.sort().stream())
        .forEach(part -> sortKeys.add(part.key().name()));
    for (EntityKey key : keys) {
      key.parts().forEach(part -> add(part, names));
    }
  }

  private void add(EntityKey.Part part, NameAllocator names) {
    String attribute = part.key().name();
    if (part.filling() instanceof Filling.FromTemplate from && !functions.containsKey(attribute)) {
      String name = names.newName(JavaNames.fromAttributeName(attribute));
      functions.put(
          attribute, new KeyFunction(name, attribute, from.template(), isSortKey(attribute)));
    }
  }

  /** Whether a key attribute is a sort key anywhere, which allows fewer bytes. */
  boolean isSortKey(String attribute) {
    return sortKeys.contains(attribute);
  }

  /** All functions, those of the primary key first. */
  List<KeyFunction> all() {
    return List.copyOf(functions.values());
  }

  /** The function that makes the text of a key attribute, if the entity fills it with one. */
  Optional<KeyFunction> find(String keyAttribute) {
    return Optional.ofNullable(functions.get(keyAttribute));
  }

  /** {@code MessageCodec.pk(groupId)}. */
  CodeBlock call(KeyFunction function, Function<Attribute, CodeBlock> values) {
    return CodeBlock.of("$T.$L", types.codec(), callInCodec(function, values));
  }

  /** {@code pk(groupId)}. */
  CodeBlock callInCodec(KeyFunction function, Function<Attribute, CodeBlock> values) {
    CodeBlock arguments =
        function.parameters().stream().map(values).collect(CodeBlock.joining(", "));
    return CodeBlock.of("$L($L)", function.name(), arguments);
  }

  /** The {@code AttributeValue} of a key attribute, made from the values of an entity. */
  CodeBlock value(EntityKey.Part part, Function<Attribute, CodeBlock> values) {
    ValueMapping alone = mapping.alone();
    return value(part, values, alone::writeKeyAttribute)
        .orElseGet(() -> alone.text(call(functions.get(part.key().name()), values)));
  }

  /**
   * The same for code of the codec itself.
   *
   * @param written with what the codec writes all values of an item
   */
  CodeBlock valueInCodec(
      EntityKey.Part part, Function<Attribute, CodeBlock> values, ValueMapping written) {
    return value(part, values, written::writeKeyAttribute)
        .orElseGet(() -> written.text(callInCodec(functions.get(part.key().name()), values)));
  }

  /** The same of a key that nobody has checked: it could be that of another entity's item. */
  CodeBlock checkedInCodec(EntityKey.Part part, Function<Attribute, CodeBlock> values) {
    return value(part, values, mapping::writeCheckedKeyAttribute)
        .orElseGet(
            () -> mapping.alone().text(callInCodec(functions.get(part.key().name()), values)));
  }

  /** How an attribute is written, by its name in Java. */
  private interface Writer {
    CodeBlock write(AttributeType type, boolean isSort, String name, CodeBlock value);
  }

  /** That of a key attribute which is an attribute of the entity; empty if a function makes it. */
  private Optional<CodeBlock> value(
      EntityKey.Part part, Function<Attribute, CodeBlock> values, Writer writer) {
    if (!(part.filling() instanceof Filling.FromAttribute from)) {
      return Optional.empty();
    }
    Attribute attribute = from.attribute();
    String name = JavaNames.component(attribute.name());
    boolean isSort = isSortKey(part.key().name());
    return Optional.of(writer.write(attribute.type(), isSort, name, values.apply(attribute)));
  }

  /** The text that a function makes: {@code "MSG#" + Keys.uuid("groupId", groupId)}. */
  CodeBlock text(KeyFunction function) {
    List<CodeBlock> pieces = new ArrayList<>();
    long bytes = 0;
    for (KeyTemplate.Part part : function.template().parts()) {
      if (part instanceof KeyTemplate.Hole hole) {
        String name = JavaNames.component(hole.attribute().name());
        pieces.add(mapping.holes().text(hole, name, CodeBlock.of("$L", name)));
        bytes += HoleMapping.bytes(hole);
      } else {
        String text = ((KeyTemplate.Text) part).value();
        pieces.add(CodeBlock.of("$S", text));
        bytes += 3L * text.length();
      }
    }
    CodeBlock joined = pieces.stream().collect(CodeBlock.joining(" + "));
    if (bytes
        <= (function.isSort() ? Limits.BYTES_OF_A_SORT_KEY : Limits.BYTES_OF_A_PARTITION_KEY)) {
      return joined;
    }
    return CodeBlock.of(
        "$T.$L($S, $L)",
        support.keys(),
        function.isSort() ? "sort" : "partition",
        function.attribute(),
        joined);
  }
}
