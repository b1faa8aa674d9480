package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.KeyPlace;
import dev.keyplan.model.Selection;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the codecs of entities and structs have in common. */
final class CodecMembers {
  private final JavaContext context;
  private final List<Attribute> attributes;
  private final Function<Attribute, Optional<KeyPlace>> places;
  private final KeyForms forms;

  /**
   * @param places where the text of a key holds what is not stored as an attribute of its own
   * @param forms the constants that reading from there needs
   */
  CodecMembers(
      JavaContext context,
      List<Attribute> attributes,
      Function<Attribute, Optional<KeyPlace>> places,
      KeyForms forms) {
    this.context = context;
    this.attributes = attributes;
    this.places = places;
    this.forms = forms;
  }

  /** {@code item.put("message", values.s(message.text()));} for all attributes. */
  CodeBlock puts(WriteVariables variables) {
    ValueMapping values = context.mapping().alone().of(variables.values());
    CodeBlock.Builder puts = CodeBlock.builder();
    for (Attribute attribute : attributes) {
      CodeBlock accessor =
          CodeBlock.of("$L.$L()", variables.record(), JavaNames.component(attribute.name()));
      if (attribute.isOptional()) {
        String value =
            variables.record().equals("value") || variables.map().equals("value")
                ? "present"
                : "value";
        puts.addStatement(
            "$L.ifPresent($L -> $L.put($S, $L))",
            accessor,
            value,
            variables.map(),
            attribute.storedName(),
            values.write(attribute.type(), CodeBlock.of("$L", value)));
      } else {
        CodeBlock put =
            variables.put(attribute.storedName(), values.write(attribute.type(), accessor));
        boolean isSet = attribute.type().kind() == TypeKind.SET;
        if (isSet) {
          puts.beginControlFlow("if (!$L.isEmpty())", accessor).add(put).endControlFlow();
        } else {
          puts.add(put);
        }
      }
    }
    return puts.build();
  }

  /** Whether one of the attributes needs the variable that makes values. */
  boolean shareValues() {
    return attributes.stream().anyMatch(attribute -> ValueMapping.isShared(attribute.type()));
  }

  /** {@code return new Message(Read.required(item, "groupId", Read::uuid), …);}. */
  CodeBlock returnRead(TypeName record, String map) {
    CodeBlock arguments =
        attributes.stream()
            .map(attribute -> read(attribute, map))
            .collect(CodeBlock.joining(",\n"));
    return CodeBlock.builder().addStatement("return new $T(\n$L)", record, arguments).build();
  }

  /** {@code Read.required(item, "groupId", Read::uuid)}. */
  CodeBlock read(Attribute attribute, String map) {
    return read(attribute, map, places.apply(attribute));
  }

  /** The same of what the text of a key holds, if it does. */
  CodeBlock read(Attribute attribute, String map, Optional<KeyPlace> place) {
    return read(
        attribute,
        map,
        place.map(p -> p.key().name()).orElse(attribute.storedName()),
        place.map(forms::reader).orElseGet(() -> context.mapping().reader(attribute.type())));
  }

  private CodeBlock read(Attribute attribute, String map, String name, CodeBlock reader) {
    if (attribute.isMaintained()) {
      return CodeBlock.of(
          "$T.maintained($L, $S, $L, $L)",
          context.support().read(),
          map,
          name,
          Stamps.unwritten(attribute),
          reader);
    }
    return CodeBlock.of(
        "$T.$L($L, $S, $L)",
        context.support().read(),
        attribute.isOptional() ? "optional" : attribute.mayBeAbsent() ? "set" : "required",
        map,
        name,
        reader);
  }

  /** {@code Read.inside(item, "shipTo", each -> Read.required(each, "city", Read::text))}. */
  CodeBlock readInside(Selection.Part part, String map) {
    return readInside(part, map, 0);
  }

  private CodeBlock readInside(Selection.Part part, String map, int depth) {
    List<AttributePath.Step> steps = part.path().steps();
    if (depth == steps.size()) {
      Attribute component = part.component();
      return read(
          component,
          map,
          component.storedName(),
          context.mapping().reader(component.type(), depth));
    }
    String around =
        depth == 0
            ? part.path().attribute().storedName()
            : steps.get(depth - 1).target().storedName();
    String each = JavaNames.element(depth);
    return CodeBlock.of(
        "$T.inside($L, $S, $L -> $L)",
        context.support().read(),
        map,
        around,
        each,
        readInside(part, each, depth + 1));
  }

  /** {@code return Map.of("pk", …, "sk", …);}. */
  static CodeBlock returnMap(Map<String, CodeBlock> entries) {
    CodeBlock all =
        entries.entrySet().stream()
            .map(entry -> CodeBlock.of("$S, $L", entry.getKey(), entry.getValue()))
            .collect(CodeBlock.joining(",\n"));
    return CodeBlock.builder().addStatement("return $T.of(\n$L)", Map.class, all).build();
  }
}
