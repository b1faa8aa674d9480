package dev.keyplan.emit.table;

import static dev.keyplan.testing.ModelParts.SPAN;
import static dev.keyplan.testing.ModelParts.key;
import static dev.keyplan.testing.ModelParts.keyAttribute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.EmitInput;
import dev.keyplan.model.Billing;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.Projection;
import dev.keyplan.model.Table;
import dev.keyplan.model.TableSettings;
import dev.keyplan.model.Throughput;
import dev.keyplan.testing.Goldens;
import dev.keyplan.testing.Inputs;
import dev.keyplan.testing.LocalDynamoDb;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

class CreateTableEmitterTest {
  @Test
  void writesWhatTheCommandLineTakes() {
    Goldens.assertMatches(
        "create-table/cruddur",
        Inputs.emitted(new CreateTableEmitter(), "create-table", Inputs.cruddur()));
  }

  @Test
  void writesWhatATableIsSetTo() {
    EmitInput market = Inputs.ofFile("market.keyplan");

    Goldens.assertMatches(
        "create-table/market", Inputs.emitted(new CreateTableEmitter(), "create-table", market));
    Goldens.assertMatches(
        "update-time-to-live/market",
        Inputs.emitted(new UpdateTimeToLiveEmitter(), "update-time-to-live", market));
    Goldens.assertMatches(
        "update-continuous-backups/market",
        Inputs.emitted(new UpdateContinuousBackupsEmitter(), "update-continuous-backups", market));
  }

  @Test
  void makesTheTableOfTheNotes() {
    TableDescription table =
        create(
            table(
                "cruddur-message", key("pk", "sk"), new Billing.Provisioned(new Throughput(5, 5))));

    assertThat(table.tableName()).isEqualTo("cruddur-message");
    assertThat(table.attributeDefinitions())
        .containsExactlyInAnyOrder(definition("pk", "S"), definition("sk", "S"));
    assertThat(table.keySchema()).containsExactly(element("pk", "HASH"), element("sk", "RANGE"));
    assertThat(table.provisionedThroughput().readCapacityUnits()).isEqualTo(5);
    assertThat(table.provisionedThroughput().writeCapacityUnits()).isEqualTo(5);
    assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
    assertThat(table.hasGlobalSecondaryIndexes()).isFalse();
  }

  @Test
  void makesAllKindsOfIndexes() {
    KeySchema several =
        new KeySchema(
            List.of(keyAttribute("tenant"), keyAttribute("region")),
            List.of(keyAttribute("status"), new KeyAttribute("total", KeyType.NUMBER, SPAN)));
    KeySchema local =
        new KeySchema(
            List.of(keyAttribute("pk")), List.of(new KeyAttribute("total", KeyType.NUMBER, SPAN)));
    TableDescription table =
        create(
            table(
                "shop",
                key("pk", "sk"),
                new Billing.OnDemand(),
                index("byRegion", Index.Kind.GLOBAL, several, new Projection.KeysOnly()),
                index("byTotal", Index.Kind.LOCAL, local, new Projection.All()),
                index(
                    "inverted",
                    Index.Kind.GLOBAL,
                    key("sk", "pk"),
                    new Projection.Include(List.of("email", "name")))));

    assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(table.attributeDefinitions())
        .containsExactlyInAnyOrder(
            definition("pk", "S"),
            definition("sk", "S"),
            definition("tenant", "S"),
            definition("region", "S"),
            definition("status", "S"),
            definition("total", "N"));
    assertThat(global(table, "byRegion").keySchema())
        .containsExactly(
            element("tenant", "HASH"),
            element("region", "HASH"),
            element("status", "RANGE"),
            element("total", "RANGE"));
    assertThat(global(table, "byRegion").projection().projectionTypeAsString())
        .isEqualTo("KEYS_ONLY");
    assertThat(global(table, "inverted").projection().nonKeyAttributes())
        .containsExactly("email", "name");
    assertThat(table.localSecondaryIndexes())
        .singleElement()
        .satisfies(
            index ->
                assertThat(index.keySchema())
                    .containsExactly(element("pk", "HASH"), element("total", "RANGE")));
  }

  @Test
  void definesAnAttributeOfSeveralKeysOnce() {
    Model model =
        table(
            "inverted",
            key("pk", "sk"),
            new Billing.OnDemand(),
            index("inverted", Index.Kind.GLOBAL, key("sk", "pk"), new Projection.All()));

    CreateTableRequest request = request(model);

    assertThat(request.attributeDefinitions())
        .containsExactly(definition("pk", "S"), definition("sk", "S"));
  }

  private static TableDescription create(Model model) {
    try (DynamoDbClient client = LocalDynamoDb.start()) {
      CreateTableRequest request = request(model);
      client.createTable(request);
      return client.describeTable(d -> d.tableName(request.tableName())).table();
    }
  }

  private static CreateTableRequest request(Model model) {
    String json = new CreateTableEmitter().emit(Inputs.of(model)).get(0).content();
    return LocalDynamoDb.fill(CreateTableRequest.builder(), json).build();
  }

  private static Model table(String name, KeySchema key, Billing billing, Index... indexes) {
    Table table =
        new Table(
            new DefinitionName("com.example", "Table"),
            name,
            Optional.empty(),
            key,
            List.of(indexes),
            billing,
            Optional.empty(),
            TableSettings.defaults(),
            true,
            SPAN);
    return new Model(
        List.of(
            new Namespace(
                "com.example",
                Optional.empty(),
                List.of(table),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
  }

  private static Index index(String name, Index.Kind kind, KeySchema key, Projection projection) {
    return new Index(
        name,
        name,
        kind,
        key,
        projection,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SPAN);
  }

  private static GlobalSecondaryIndexDescription global(TableDescription table, String name) {
    return table.globalSecondaryIndexes().stream()
        .filter(index -> index.indexName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static AttributeDefinition definition(String name, String type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement element(String name, String type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
