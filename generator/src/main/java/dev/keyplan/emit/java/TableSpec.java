package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Billing;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.Projection;
import dev.keyplan.model.Table;
import dev.keyplan.model.Throughput;
import dev.keyplan.source.SourceFile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                .build())
        .addField(defaultTable())
        .addMethod(constructor())
        .addMethod(named())
        .addMethod(with("name", ClassName.get(String.class), "The same table by another name."))
        .addMethod(with("clock", ClassName.get(Clock.class), "The same table with another clock."))
        .addMethod(
            with("cursors", context.support().cursors(), "The same table with other cursors."))
        .addMethod(createTableRequest())
        .addMethod(attribute())
        .addMethod(key());
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
        .parameter("cursors", "how the places between pages are sealed");
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
        .addJavadoc("By the model's name, with the system's clock and cursors without a secret.")
        .initializer(
            "\n$>$>new $T($S, $T.systemUTC(), $T.withoutSecret())$<$<",
            className(),
            table.tableName(),
            Clock.class,
            context.support().cursors())
        .build();
  }

  /** {@code public MessagesTable { … }}. */
  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    for (String component : List.of("name", "clock", "cursors")) {
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
        .addStatement("return new $T(name, clock, cursors)", className())
        .build();
  }

  /** {@code public CreateTableRequest createTableRequest()}. */
  private MethodSpec createTableRequest() {
    CodeBlock.Builder request =
        CodeBlock.builder()
            .add("return $T.builder()\n.tableName(name)", Sdk.CREATE_TABLE_REQUEST)
            .add("\n.attributeDefinitions($L)", list(attributeDefinitions()))
            .add("\n.keySchema($L)", list(keySchema(table.key())));
    addIndexes(request, Index.Kind.GLOBAL, "globalSecondaryIndexes", Sdk.GLOBAL_SECONDARY_INDEX);
    addIndexes(request, Index.Kind.LOCAL, "localSecondaryIndexes", Sdk.LOCAL_SECONDARY_INDEX);
    if (table.billing() instanceof Billing.Provisioned provisioned) {
      request.add("\n.billingMode($T.PROVISIONED)", Sdk.BILLING_MODE);
      request.add("\n.provisionedThroughput($L)", throughput(provisioned.throughput()));
    } else {
      request.add("\n.billingMode($T.PAY_PER_REQUEST)", Sdk.BILLING_MODE);
    }
    return MethodSpec.methodBuilder("createTableRequest")
        .addJavadoc("Creates the table with its indexes, as the model has them.")
        .addModifiers(Modifier.PUBLIC)
        .returns(Sdk.CREATE_TABLE_REQUEST)
        .addStatement("$L\n.build()", request.build())
        .build();
  }

  private void addIndexes(
      CodeBlock.Builder request, Index.Kind kind, String method, ClassName type) {
    List<CodeBlock> indexes =
        table.indexes().stream()
            .filter(index -> index.kind() == kind)
            .map(index -> index(index, type))
            .toList();
    if (!indexes.isEmpty()) {
      CodeBlock all = indexes.stream().collect(CodeBlock.joining(",\n"));
      request.add("\n.$L(\n$>$>$L)$<$<", method, all);
    }
  }

  private CodeBlock index(Index index, ClassName type) {
    CodeBlock.Builder builder =
        CodeBlock.builder()
            .add("$T.builder()$>$>\n.indexName($S)", type, index.indexName())
            .add("\n.keySchema($L)", list(keySchema(index.key())))
            .add("\n.projection($L)", projection(index.projection()));
    index
        .throughput()
        .ifPresent(units -> builder.add("\n.provisionedThroughput($L)", throughput(units)));
    return builder.add("\n.build()$<$<").build();
  }

  private static CodeBlock projection(Projection projection) {
    CodeBlock builder =
        CodeBlock.of("$T.builder().projectionType($T", Sdk.PROJECTION, Sdk.PROJECTION_TYPE);
    if (projection instanceof Projection.Include include) {
      CodeBlock names =
          include.attributes().stream()
              .map(name -> CodeBlock.of("$S", name))
              .collect(CodeBlock.joining(",$W"));
      return CodeBlock.of("$L.INCLUDE).nonKeyAttributes($L).build()", builder, names);
    }
    return CodeBlock.of(
        "$L.$L).build()", builder, projection instanceof Projection.All ? "ALL" : "KEYS_ONLY");
  }

  private static CodeBlock throughput(Throughput throughput) {
    return CodeBlock.of(
        "\n$>$>$T.builder()\n$>$>.readCapacityUnits($LL)\n.writeCapacityUnits($LL)\n.build()$<$<$<$<",
        Sdk.PROVISIONED_THROUGHPUT,
        throughput.readUnits(),
        throughput.writeUnits());
  }

  /** Every key attribute of the table and its indexes, once. */
  private List<CodeBlock> attributeDefinitions() {
    Map<String, KeyType> types = new LinkedHashMap<>();
    Stream.concat(Stream.of(table.key()), table.indexes().stream().map(Index::key))
        .flatMap(key -> key.attributes().stream())
        .forEach(attribute -> types.putIfAbsent(attribute.name(), attribute.type()));
    List<CodeBlock> definitions = new ArrayList<>();
    types.forEach(
        (name, type) ->
            definitions.add(
                CodeBlock.of(
                    "attribute($S, $T.$L)", name, Sdk.SCALAR_ATTRIBUTE_TYPE, type.code())));
    return definitions;
  }

  private static List<CodeBlock> keySchema(KeySchema key) {
    return Stream.concat(
            key.partition().stream()
                .map(part -> CodeBlock.of("key($S, $T.HASH)", part.name(), Sdk.KEY_TYPE)),
            key.sort().stream()
                .map(part -> CodeBlock.of("key($S, $T.RANGE)", part.name(), Sdk.KEY_TYPE)))
        .toList();
  }

  private static CodeBlock list(List<CodeBlock> elements) {
    return elements.size() < 3
        ? elements.stream().collect(CodeBlock.joining(",$W"))
        : CodeBlock.of("\n$>$>$L$<$<", elements.stream().collect(CodeBlock.joining(",\n")));
  }

  /**
   * {@code private static AttributeDefinition attribute(String name, ScalarAttributeType type)}.
   */
  private static MethodSpec attribute() {
    return MethodSpec.methodBuilder("attribute")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(String.class, "name")
        .addParameter(Sdk.SCALAR_ATTRIBUTE_TYPE, "type")
        .returns(Sdk.ATTRIBUTE_DEFINITION)
        .addStatement(
            "return $T.builder().attributeName(name).attributeType(type).build()",
            Sdk.ATTRIBUTE_DEFINITION)
        .build();
  }

  /** {@code private static KeySchemaElement key(String name, KeyType type)}. */
  private static MethodSpec key() {
    return MethodSpec.methodBuilder("key")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(String.class, "name")
        .addParameter(Sdk.KEY_TYPE, "type")
        .returns(Sdk.KEY_SCHEMA_ELEMENT)
        .addStatement(
            "return $T.builder().attributeName(name).keyType(type).build()", Sdk.KEY_SCHEMA_ELEMENT)
        .build();
  }
}
