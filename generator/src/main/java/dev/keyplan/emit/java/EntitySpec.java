package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.naming.JavaNames;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the record of an entity, with its key and its builder. */
final class EntitySpec extends EntityClassSpec {
  private final RecordMembers members;

  EntitySpec(JavaContext context, Entity entity) {
    super(context, entity);
    this.members = new RecordMembers(context, entity.attributes());
  }

  @Override
  public ClassName className() {
    return types.entity();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    List<ClassName> collections =
        context.collections().stream()
            .filter(collection -> collection.has(entity))
            .map(ItemCollectionType::type)
            .toList();
    BuilderSpec builder =
        new BuilderSpec(
            context,
            className(),
            entity.attributes(),
            "Only {@link #build(java.time.Instant)}, and the writes that take a builder, know the"
                + " time.");
    if (UpsertMethods.isNeeded(entity)) {
      builder.with(UpsertMethods.omitted(entity));
    }
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(className())
            .addModifiers(Modifier.PUBLIC)
            .addSuperinterfaces(collections)
            .addJavadoc(javadoc().toCode())
            .recordConstructor(members.components())
            .addMethod(constructor())
            .addMethod(builder.factory())
            .addMethod(builder.copy())
            .addMethods(new WithMethods(context, className(), entity.attributes()).all())
            .addMethod(key())
            .addMethod(checked());
    members.redacted(className()).ifPresent(type::addMethod);
    Stamps stamps = new Stamps(entity, context.mapping());
    if (stamps.isNeeded()) {
      type.addMethod(stamps.method(types, entity.attributes()));
    }
    return type.addType(keyRecord()).addType(builder.typeSpec());
  }

  /** The entity's documentation, its keys, and what is to know about each attribute. */
  private JavadocText javadoc() {
    String name = JavaNames.withArticle(entity.name().name());
    JavadocText text = JavadocText.of(entity.documentation(), JavaNames.capitalised(name) + ".");
    text.paragraph("Key: " + keys(entity.key()) + ".");
    for (IndexMembership membership : entity.indexes()) {
      text.paragraph(
          "Index "
              + JavadocText.code(membership.index().indexName())
              + ": "
              + keys(membership.key())
              + ".");
    }
    return members.documented(text);
  }

  private static String keys(EntityKey key) {
    return key.parts().stream()
        .map(part -> JavadocText.code(part.key().name() + " = " + part.filling().text()))
        .collect(Collectors.joining(", "));
  }

  /** {@code public Message { … }}. */
  private MethodSpec constructor() {
    return members
        .compactConstructor()
        .addJavadoc("For codecs; callers of a {@link #builder} do not mind new attributes.")
        .build();
  }

  /** {@code public Key key()}. */
  private MethodSpec key() {
    CodeBlock arguments =
        entity.key().attributes().stream()
            .map(attribute -> CodeBlock.of("$L", JavaNames.component(attribute.name())))
            .collect(CodeBlock.joining(", "));
    return MethodSpec.methodBuilder("key")
        .addJavadoc("The key it is stored by.")
        .addModifiers(Modifier.PUBLIC)
        .returns(types.key())
        .addStatement("return new $T($L)", types.key(), arguments)
        .build();
  }

  /** {@code Message checked()}. */
  private MethodSpec checked() {
    return members.checked(
        className(),
        "Refuses what the model does not allow: in builders and on writes, so that reads can still\n"
            + "return what an older model allowed.");
  }

  /** {@code public record Key(…)}. */
  private TypeSpec keyRecord() {
    List<Attribute> attributes = entity.key().attributes();
    RecordMembers key = new RecordMembers(context, attributes);
    MethodSpec constructor = key.compactConstructor().build();
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(types.key())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(JavadocText.of(keySentence()).toCode())
            .recordConstructor(key.components());
    if (!constructor.code().isEmpty()) {
      type.addMethod(constructor);
    }
    key.redacted(types.key()).ifPresent(type::addMethod);
    return type.build();
  }

  /** Says so where the identity is less than the key, of which the rest can then change. */
  private String keySentence() {
    List<Attribute> identity = entity.identity();
    String sentence = "Where " + JavaNames.withArticle(entity.name().name()) + " is stored";
    return identity.containsAll(entity.key().attributes())
        ? sentence + "."
        : sentence
            + "; its identity is "
            + identity.stream()
                .map(attribute -> JavadocText.code(JavaNames.component(attribute.name())))
                .collect(Collectors.joining(" and "))
            + ".";
  }
}
