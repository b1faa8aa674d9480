package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.naming.JavaNames;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes what an update may change of an entity that is given as it was read. All of it is known:
 * what the update makes of it is an entity again, and the request is the difference of the two.
 */
final class AsReadUpdateSpec extends EntityClassSpec {
  AsReadUpdateSpec(JavaContext context, Entity entity) {
    super(context, entity);
  }

  @Override
  public ClassName className() {
    return types.update();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                JavadocText.of(
                        "Changes to one "
                            + entity.name().name()
                            + " as it was read: what is not called stays as it is, and what is not"
                            + " optional cannot be removed.")
                    .toCode())
            .addField(types.builder(), "changed", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(constructor());
    List<Attribute> key = entity.key().attributes();
    for (Attribute attribute : entity.attributes()) {
      if (!key.contains(attribute) && !attribute.isMaintained()) {
        type.addMethod(setter(attribute));
        if (attribute.mayBeAbsent()) {
          type.addMethod(remover(attribute));
        }
      }
    }
    return type.addMethod(changed());
  }

  /** {@code CustomerUpdate(Customer current)}. */
  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addParameter(types.entity(), "current")
        .addStatement("this.changed = current.toBuilder()")
        .build();
  }

  /** {@code public CustomerUpdate email(String email)}. */
  private MethodSpec setter(Attribute attribute) {
    String name = JavaNames.component(attribute.name());
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(context.mapping().type(attribute.type()), name)
        .returns(className())
        .addStatement("$1L.$2L($2L)", name.equals("changed") ? "this.changed" : "changed", name)
        .addStatement("return this")
        .build();
  }

  /** {@code public CustomerUpdate removePhone()}. */
  private MethodSpec remover(Attribute attribute) {
    String name = JavaNames.remover(attribute.name());
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .returns(className())
        .addStatement("changed.$L()", name)
        .addStatement("return this")
        .build();
  }

  /** {@code Customer changed()}. */
  private MethodSpec changed() {
    return MethodSpec.methodBuilder("changed")
        .returns(types.entity())
        .addStatement("return changed.build()")
        .build();
  }
}
