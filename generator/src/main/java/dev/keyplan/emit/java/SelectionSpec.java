package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Selection;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the record of what a pattern selects of an entity. */
final class SelectionSpec implements ClassSpec {
  private final JavaContext context;
  private final Entity entity;
  private final Selection selection;

  SelectionSpec(JavaContext context, Entity entity, Selection selection) {
    this.context = context;
    this.entity = entity;
    this.selection = selection;
  }

  @Override
  public ClassName className() {
    return ResultTypes.of(entity, selection).type();
  }

  @Override
  public SourceFile source() {
    return selection.span().file();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    RecordMembers members = new RecordMembers(context, selection.components());
    List<Entity> entities = context.selectedFrom(entity, selection).orElse(List.of(entity));
    JavadocText text =
        JavadocText.of(
            Optional.empty(),
            "A part of "
                + entities.stream()
                    .map(one -> JavaNames.withArticle(one.name().name()))
                    .collect(Collectors.joining(" or "))
                + ", as patterns select it.");
    MethodSpec constructor = members.compactConstructor().build();
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(className())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(members.documented(text).toCode())
            .recordConstructor(members.components());
    if (!constructor.code().isEmpty()) {
      type.addMethod(constructor);
    }
    members.redacted(className()).ifPresent(type::addMethod);
    return type;
  }
}
