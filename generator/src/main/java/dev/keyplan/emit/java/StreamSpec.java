package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.model.GuardEntity;
import dev.keyplan.model.StreamView;
import dev.keyplan.model.Table;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the interface for those who want to know what happens to the items of a table. */
final class StreamSpec implements ClassSpec {
  private final JavaContext context;
  private final Table table;
  private final StreamView view;
  private final List<Entity> entities;
  private final DistinctNames names;

  StreamSpec(JavaContext context, Table table, StreamView view) {
    this.context = context;
    this.table = table;
    this.view = view;
    this.entities = context.entities(table);
    this.names = new DistinctNames(entities);
  }

  @Override
  public ClassName className() {
    return JavaContext.streamClass(table);
  }

  @Override
  public SourceFile source() {
    return table.span().file();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(className()).addModifiers(Modifier.PUBLIC).addJavadoc(javadoc());
    entities.forEach(entity -> type.addMethod(handler(entity)));
    return type.addMethod(otherwise()).addMethod(onMalformed()).addMethod(accept());
  }

  private CodeBlock javadoc() {
    return JavadocText.of(
            "What happens to the items of the table "
                + JavadocText.code(table.tableName())
                + ", as its stream tells it: "
                + images()
                + ".")
        .paragraph(
            "Implement what matters, and give each record to {@link #accept}. Records come at"
                + " least once, those of an item in their order.")
        .toCode();
  }

  private String images() {
    return switch (view) {
      case NEW_IMAGE -> "items as they are after a write";
      case OLD_IMAGE -> "items as they were before a write";
      case NEW_AND_OLD_IMAGES -> "items as they were before a write and as they are after it";
      case KEYS_ONLY -> "the keys of items, and no images";
    };
  }

  /** {@code default void onOrder(ItemChange<Order.Key, Order> change) {}}. */
  private MethodSpec handler(Entity entity) {
    EntityTypes types = JavaContext.types(entity);
    CodeBlock.Builder javadoc =
        CodeBlock.builder()
            .add(
                "$L {@link $T} was put, updated or deleted.",
                JavaNames.capitalised(JavaNames.article(entity.name().name())),
                types.entity());
    if (StreamCodecSpec.isImageNeeded(view, entity)) {
      javadoc.add(
          " Records without an image go to\n{@link #otherwise}: the key of an item does not hold"
              + " all of {@link $T}.",
          types.key());
    }
    return MethodSpec.methodBuilder(handlerName(entity))
        .addJavadoc(javadoc.build())
        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
        .addParameter(
            ParameterizedTypeName.get(context.support().itemChange(), types.key(), types.entity()),
            "change")
        .build();
  }

  private String handlerName(Entity entity) {
    return "on" + names.of(entity);
  }

  /** {@code default void otherwise(Record record) {}}. */
  private static MethodSpec otherwise() {
    return MethodSpec.methodBuilder("otherwise")
        .addJavadoc(
            "Something happened to an item that is none of these: of another tool, or of a later\n"
                + "version of the model.")
        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
        .addParameter(Sdk.RECORD, "record")
        .build();
  }

  /** {@code default void onMalformed(Record record, ItemFormatException problem)}. */
  private MethodSpec onMalformed() {
    return MethodSpec.methodBuilder("onMalformed")
        .addJavadoc(
            "An item is one of these, but not as the model says. Throws the exception, so that\n"
                + "nothing is lost; the record has the item's key.")
        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
        .addParameter(Sdk.RECORD, "record")
        .addParameter(context.support().itemFormatException(), "problem")
        .addStatement("throw problem")
        .build();
  }

  /** {@code default void accept(Record record)}. */
  private MethodSpec accept() {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean isFirst = true;
    for (Entity entity : entities) {
      CodeBlock test = CodeBlock.of("if ($L)", isOf(entity));
      if (isFirst) {
        code.beginControlFlow("$L", test);
      } else {
        code.nextControlFlow("else $L", test);
      }
      isFirst = false;
      code.addStatement("$L\n.ifPresent(this::$L)", change(entity), handlerName(entity));
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("accept")
            .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
            .addParameter(Sdk.RECORD, "record");
    CodeBlock notGuard = notGuard();
    if (notGuard.isEmpty()) {
      code.nextControlFlow("else");
      method.addJavadoc("Hands a record to the method of its entity.");
    } else {
      code.nextControlFlow("else if ($L)", notGuard);
      method.addJavadoc(
          "Hands a record to the method of its entity. Guard items of unique values are left out.");
    }
    return method.addCode(code.addStatement("otherwise(record)").endControlFlow().build()).build();
  }

  private CodeBlock isOf(Entity entity) {
    if (StreamCodecSpec.isNeeded(table, view)) {
      return CodeBlock.of("$T.is$L(record)", codec(), names.of(entity));
    }
    return StreamCodecSpec.isOf(context, table, Recognition.typeValues(entity));
  }

  private CodeBlock change(Entity entity) {
    EntityTypes types = JavaContext.types(entity);
    if (StreamCodecSpec.readsKey(view, entity)) {
      return CodeBlock.of(
          "$T.changeByKey(record, $T::read, $T::$L, this::onMalformed)",
          context.support().streamRecords(),
          types.codec(),
          codec(),
          StreamCodecSpec.keyMethod(names.of(entity)));
    }
    return CodeBlock.of(
        "$T.change(record, $T::read, $T::key, this::onMalformed)",
        context.support().streamRecords(),
        types.codec(),
        types.entity());
  }

  private CodeBlock notGuard() {
    if (entities.stream().allMatch(entity -> entity.uniques().isEmpty())) {
      return CodeBlock.of("");
    }
    if (StreamCodecSpec.isNeeded(table, view)) {
      return CodeBlock.of("!$T.isGuard(record)", codec());
    }
    return CodeBlock.of(
        "!$L", StreamCodecSpec.isOf(context, table, CodeBlock.of("$S", GuardEntity.TYPE)));
  }

  private ClassName codec() {
    return JavaContext.streamCodecClass(table);
  }
}
