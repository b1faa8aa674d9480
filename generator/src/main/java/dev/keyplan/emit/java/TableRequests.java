package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.keyplan.model.Billing;
import dev.keyplan.model.Encryption;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.Projection;
import dev.keyplan.model.RequestMaximum;
import dev.keyplan.model.Table;
import dev.keyplan.model.TableClass;
import dev.keyplan.model.TableSettings;
import dev.keyplan.model.Throughput;
import dev.keyplan.model.TimeToLive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the methods of a table's record that make the requests by which the table comes to be. */
final class TableRequests {
  private final Table table;

  TableRequests(Table table) {
    this.table = table;
  }

  /** The requests, and what they need. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(List.of(createTableRequest()));
    table.settings().timeToLive().map(TableRequests::updateTimeToLive).ifPresent(methods::add);
    if (table.settings().isRecoverable()) {
      methods.add(updateContinuousBackups());
    }
    methods.add(attribute());
    methods.add(key());
    if (!table.settings().tags().isEmpty()) {
      methods.add(tag());
    }
    return methods;
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
      ((Billing.OnDemand) table.billing())
          .maximum()
          .ifPresent(m -> request.add("\n.onDemandThroughput($L)", maximum(m)));
    }
    addSettings(request);
    return MethodSpec.methodBuilder("createTableRequest")
        .addJavadoc("Creates the table with its indexes, as the model has them.")
        .addModifiers(Modifier.PUBLIC)
        .returns(Sdk.CREATE_TABLE_REQUEST)
        .addStatement("$L\n.build()", request.build())
        .build();
  }

  /** {@code public UpdateTimeToLiveRequest updateTimeToLiveRequest()}. */
  private static MethodSpec updateTimeToLive(TimeToLive timeToLive) {
    return MethodSpec.methodBuilder("updateTimeToLiveRequest")
        .addJavadoc("Lets items expire; for when the table is active.")
        .addModifiers(Modifier.PUBLIC)
        .returns(Sdk.UPDATE_TIME_TO_LIVE_REQUEST)
        .addStatement(
            "return $T.builder()\n.tableName(name)\n.timeToLiveSpecification("
                + "\n$>$>$T.builder()\n$>$>.enabled(true)\n.attributeName($S)\n.build())$<$<$<$<"
                + "\n.build()",
            Sdk.UPDATE_TIME_TO_LIVE_REQUEST,
            Sdk.TIME_TO_LIVE_SPECIFICATION,
            timeToLive.attribute())
        .build();
  }

  /** {@code public UpdateContinuousBackupsRequest updateContinuousBackupsRequest()}. */
  private static MethodSpec updateContinuousBackups() {
    return MethodSpec.methodBuilder("updateContinuousBackupsRequest")
        .addJavadoc("Turns point-in-time recovery on; for when the table is active.")
        .addModifiers(Modifier.PUBLIC)
        .returns(Sdk.UPDATE_CONTINUOUS_BACKUPS_REQUEST)
        .addStatement(
            "return $T.builder()\n.tableName(name)\n.pointInTimeRecoverySpecification("
                + "\n$>$>$T.builder()\n$>$>.pointInTimeRecoveryEnabled(true)\n.build())$<$<$<$<"
                + "\n.build()",
            Sdk.UPDATE_CONTINUOUS_BACKUPS_REQUEST,
            Sdk.POINT_IN_TIME_RECOVERY)
        .build();
  }

  private void addIndexes(
      CodeBlock.Builder request, Index.Kind kind, String method, ClassName type) {
    List<CodeBlock> indexes =
        table.indexes(kind).stream().map(index -> index(index, type)).toList();
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
    index.maximum().ifPresent(m -> builder.add("\n.onDemandThroughput($L)", maximum(m)));
    return builder.add("\n.build()$<$<").build();
  }

  private static CodeBlock projection(Projection projection) {
    if (projection.type() == Projection.Type.INCLUDE) {
      CodeBlock names =
          projection.attributes().stream()
              .map(name -> CodeBlock.of("$S", name))
              .collect(CodeBlock.joining(", "));
      return CodeBlock.of(
          "\n$>$>$T.builder()\n$>$>.projectionType($T.INCLUDE)\n.nonKeyAttributes($L)"
              + "\n.build()$<$<$<$<",
          Sdk.PROJECTION,
          Sdk.PROJECTION_TYPE,
          names);
    }
    return CodeBlock.of(
        "$T.builder().projectionType($T.$L).build()",
        Sdk.PROJECTION,
        Sdk.PROJECTION_TYPE,
        projection.type().name());
  }

  private static CodeBlock throughput(Throughput throughput) {
    return CodeBlock.of(
        "\n$>$>$T.builder()\n$>$>.readCapacityUnits($LL)\n.writeCapacityUnits($LL)\n.build()$<$<$<$<",
        Sdk.PROVISIONED_THROUGHPUT,
        throughput.readUnits(),
        throughput.writeUnits());
  }

  private static CodeBlock maximum(RequestMaximum maximum) {
    CodeBlock.Builder builder =
        CodeBlock.builder().add("\n$>$>$T.builder()$>$>", Sdk.ON_DEMAND_THROUGHPUT);
    maximum.readUnits().ifPresent(units -> builder.add("\n.maxReadRequestUnits($LL)", units));
    maximum.writeUnits().ifPresent(units -> builder.add("\n.maxWriteRequestUnits($LL)", units));
    return builder.add("\n.build()$<$<$<$<").build();
  }

  /** Only what differs from what DynamoDB does unasked. */
  private void addSettings(CodeBlock.Builder request) {
    TableSettings settings = table.settings();
    settings.stream()
        .ifPresent(
            view ->
                request.add(
                    "\n.streamSpecification(\n$>$>$T.builder()\n$>$>.streamEnabled(true)"
                        + "\n.streamViewType($T.$L)\n.build())$<$<$<$<",
                    Sdk.STREAM_SPECIFICATION,
                    Sdk.STREAM_VIEW_TYPE,
                    view.name()));
    if (settings.encryption() instanceof Encryption.AwsManaged) {
      addEncryption(request, CodeBlock.of(""));
    } else if (settings.encryption() instanceof Encryption.CustomerManaged own) {
      addEncryption(request, CodeBlock.of("\n.kmsMasterKeyId($S)", own.key()));
    }
    if (!settings.tags().isEmpty()) {
      CodeBlock tags =
          settings.tags().stream()
              .map(tag -> CodeBlock.of("tag($S, $S)", tag.key(), tag.value()))
              .collect(CodeBlock.joining(",\n"));
      request.add("\n.tags(\n$>$>$L)$<$<", tags);
    }
    if (settings.tableClass() != TableClass.STANDARD) {
      request.add("\n.tableClass($T.$L)", Sdk.TABLE_CLASS, settings.tableClass().name());
    }
    if (settings.isProtected()) {
      request.add("\n.deletionProtectionEnabled(true)");
    }
  }

  private static void addEncryption(CodeBlock.Builder request, CodeBlock key) {
    request.add(
        "\n.sseSpecification(\n$>$>$T.builder()\n$>$>.enabled(true)\n.sseType($T.KMS)$L"
            + "\n.build())$<$<$<$<",
        Sdk.SSE_SPECIFICATION,
        Sdk.SSE_TYPE,
        key);
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
        ? elements.stream().collect(CodeBlock.joining(", "))
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

  /** {@code private static Tag tag(String key, String value)}. */
  private static MethodSpec tag() {
    return MethodSpec.methodBuilder("tag")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(String.class, "key")
        .addParameter(String.class, "value")
        .returns(Sdk.TAG)
        .addStatement("return $T.builder().key(key).value(value).build()", Sdk.TAG)
        .build();
  }
}
