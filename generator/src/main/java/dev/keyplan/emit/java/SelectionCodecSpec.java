package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Selection;
import dev.keyplan.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the codec of what a pattern selects. It does not ask for the type of an item: the key
 * condition holds for no item of another entity. Of a collection, it says what is known.
 */
final class SelectionCodecSpec implements ClassSpec {
  private final JavaContext context;
  private final Entity entity;
  private final Selection selection;
  private final ResultTypes types;

  SelectionCodecSpec(JavaContext context, Entity entity, Selection selection) {
    this.context = context;
    this.entity = entity;
    this.selection = selection;
    this.types = ResultTypes.of(entity, selection);
  }

  @Override
  public ClassName className() {
    return types.codec();
  }

  @Override
  public SourceFile source() {
    return selection.span().file();
  }

  private CodeBlock arguments(CodecMembers members, Optional<Recognition> recognition) {
    return selection.parts().stream()
        .map(
            part ->
                part.path().isWhole()
                    ? read(members, recognition, part.path().attribute())
                    : members.readInside(part, "item"))
        .collect(CodeBlock.joining(",\n"));
  }

  /** Of several entities, each may have the value in the text of another key, or nowhere. */
  private CodeBlock read(
      CodecMembers members, Optional<Recognition> recognition, Attribute attribute) {
    List<Entity> all = recognition.map(Recognition::entities).orElse(List.of());
    if (all.stream().noneMatch(of -> isInKey(of, attribute))) {
      return members.read(attribute, "item");
    }
    Map<CodeBlock, List<Entity>> ways = new LinkedHashMap<>();
    for (Entity of : all) {
      CodeBlock way =
          of.attribute(attribute.name())
              .map(own -> members.read(attribute, "item", of.keyPlace(own)))
              .orElseGet(() -> CodeBlock.of("$T.empty()", Optional.class));
      ways.computeIfAbsent(way, w -> new ArrayList<>()).add(of);
    }
    List<CodeBlock> tested = new ArrayList<>();
    ways.forEach(
        (way, entities) ->
            tested.add(
                tested.size() == ways.size() - 1
                    ? way
                    : CodeBlock.of("$L\n? $L\n: ", recognition.orElseThrow().test(entities), way)));
    return CodeBlock.join(tested, "");
  }

  private static boolean isInKey(Entity of, Attribute attribute) {
    return of.attribute(attribute.name()).flatMap(of::keyPlace).isPresent();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    Optional<Recognition> recognition =
        context.selectedFrom(entity, selection).map(entities -> new Recognition(context, entities));
    KeyForms forms =
        new KeyForms(context, recognition.map(Recognition::constants).orElse(List.of()));
    CodecMembers members =
        new CodecMembers(context, selection.attributes(), entity::keyPlace, forms);
    MethodSpec read =
        MethodSpec.methodBuilder("read")
            .addModifiers(Modifier.STATIC)
            .addParameter(Sdk.ITEM, "item")
            .returns(types.type())
            .addStatement("return new $T(\n$L)", types.type(), arguments(members, recognition))
            .build();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Reads {@link $T}.", types.type())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(read);
    forms.addTo(type);
    recognition.ifPresent(known -> known.addTo(type));
    return type;
  }
}
