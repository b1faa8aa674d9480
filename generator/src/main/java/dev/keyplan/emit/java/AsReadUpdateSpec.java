package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
            .addMethod(constructor());
    UpdateNames names = new UpdateNames(entity.attributes());
    String known = names.free("change");
    UpdateTarget target = UpdateTarget.ofKnownItem(known);
    RelativeUpdates relative = new RelativeUpdates(context, className(), names, target);
    InnerUpdates inner = new InnerUpdates(context, names, relative);
    List<MethodSpec> inPlace = new ArrayList<>();
    List<Attribute> reachable = UpdateSpec.reachable(entity);
    for (Attribute attribute : UpdateSpec.updatable(entity)) {
      type.addMethod(setter(attribute));
      if (attribute.mayBeAbsent()) {
        type.addMethod(remover(attribute));
      }
      if (reachable.contains(attribute)) {
        List<MethodSpec> methods = new ArrayList<>(relative.ofWhole(attribute));
        methods.addAll(inner.of(attribute));
        type.addMethods(methods);
        inPlace.addAll(methods);
      }
    }
    FieldSpec.Builder changed = FieldSpec.builder(types.builder(), "changed", Modifier.PRIVATE);
    if (inPlace.isEmpty()) {
      return type.addField(changed.addModifiers(Modifier.FINAL).build()).addMethod(changed());
    }
    return type.addField(changed.build()).addMethod(change(known)).addMethod(changed());
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

  /** {@code private CustomerUpdate change(Consumer<KnownItem> change)}. */
  private MethodSpec change(String name) {
    ClassName item = context.support().knownItem();
    return MethodSpec.methodBuilder(name)
        .addJavadoc("Makes a change of what it is by now.")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), item), "change")
        .returns(className())
        .addStatement("$1T item = new $1T($2T.write(changed.build()))", item, types.codec())
        .addStatement("change.accept(item)")
        .addStatement("changed = $T.read(item.item()).toBuilder()", types.codec())
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
