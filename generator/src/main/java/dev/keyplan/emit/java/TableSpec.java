package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Table;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the record of a table: what repositories have to know, and the request that makes it. */
final class TableSpec implements ClassSpec {
  private final JavaContext context;
  private final Table table;

  TableSpec(JavaContext context, Table table) {
    this.context = context;
    this.table = table;
  }

  @Override
  public ClassName className() {
    return JavaContext.tableClass(table);
  }

  @Override
  public SourceFile source() {
    return table.span().file();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    return TypeSpec.recordBuilder(className())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(javadoc().toCode())
        .recordConstructor(
            MethodSpec.constructorBuilder()
                .addParameter(String.class, "name")
                .addParameter(Clock.class, "clock")
                .addParameter(context.support().cursors(), "cursors")
                .addParameter(context.support().concurrency(), "concurrency")
                .build())
        .addField(defaultTable())
        .addMethod(constructor())
        .addMethod(named())
        .addMethod(with("name", ClassName.get(String.class), "The same table by another name."))
        .addMethod(with("clock", ClassName.get(Clock.class), "The same table with another clock."))
        .addMethod(
            with("cursors", context.support().cursors(), "The same table with other cursors."))
        .addMethod(
            with(
                "concurrency",
                context.support().concurrency(),
                "The same table with so many requests of one call at the same time."))
        .addMethods(new TableRequests(table).methods());
  }

  private JavadocText javadoc() {
    JavadocText text =
        JavadocText.of(
            table.documentation(), "The table " + JavadocText.code(table.tableName()) + ".");
    text.paragraph("Keys: " + JavadocText.code(keys(table.key())) + ".");
    for (Index index : table.indexes()) {
      text.paragraph(
          "Index "
              + JavadocText.code(index.indexName())
              + ": "
              + JavadocText.code(keys(index.key()))
              + ".");
    }
    return text.parameter("name", "the table's name in this account and region")
        .parameter("clock", "what {@code now} is")
        .parameter("cursors", "how the places between pages are sealed")
        .parameter("concurrency", "how many requests of one call are sent at the same time");
  }

  private static String keys(KeySchema key) {
    return Stream.of(key.partition(), key.sort())
        .filter(side -> !side.isEmpty())
        .map(side -> side.stream().map(KeyAttribute::name).collect(Collectors.joining(", ")))
        .collect(Collectors.joining(" / "));
  }

  /** {@code public static final MessagesTable DEFAULT = …}. */
  private FieldSpec defaultTable() {
    return FieldSpec.builder(
            className(), "DEFAULT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc(
            JavadocText.of("By the model's name, with the system's clock.")
                .paragraph(
                    "Its cursors have no secret: others can read the keys in them, and forge them."
                        + " Use {@link #withCursors} before they leave the application.")
                .toCode())
        .initializer(
            "\n$>$>new $T(\n$>$>$S, $T.systemUTC(), $T.withoutSecret(), $T.DEFAULT)$<$<$<$<",
            className(),
            table.tableName(),
            Clock.class,
            context.support().cursors(),
            context.support().concurrency())
        .build();
  }

  /** {@code public MessagesTable { … }}. */
  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    for (String component : List.of("name", "clock", "cursors", "concurrency")) {
      constructor.addStatement(
          "$T.present($S, $L)", context.support().check(), component, component);
    }
    return constructor.build();
  }

  /** {@code public static MessagesTable named(String name)}. */
  private MethodSpec named() {
    return MethodSpec.methodBuilder("named")
        .addJavadoc("The default table by another name.")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(String.class, "name")
        .returns(className())
        .addStatement("return DEFAULT.withName(name)")
        .build();
  }

  /** {@code public MessagesTable withClock(Clock clock)}. */
  private MethodSpec with(String component, TypeName type, String javadoc) {
    return MethodSpec.methodBuilder("with" + JavaNames.capitalised(component))
        .addJavadoc("$L", javadoc)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(type, component)
        .returns(className())
        .addStatement("return new $T(name, clock, cursors, concurrency)", className())
        .build();
  }
}
