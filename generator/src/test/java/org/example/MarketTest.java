package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.market.AuditTable;
import com.market.Change;
import com.market.ChangeRepository;
import com.market.MarketTable;
import com.market.Order;
import com.market.OrderRepository;
import com.market.PostalAddress;
import dev.keyplan.support.Page;
import dev.keyplan.testing.LocalDynamoDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableClass;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.utils.builder.Buildable;

class MarketTest {
  private static final UUID ANN = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final UUID BOB = UUID.fromString("22222222-2222-4222-8222-222222222222");

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final MarketTable table = MarketTable.DEFAULT;
  private final OrderRepository orders = new OrderRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Order order(UUID customer, int number, long total) {
    return Order.builder()
        .customerId(customer)
        .orderNumber(number)
        .placedAt(1_790_000_000L + number)
        .total(total)
        .label("food")
        .shipTo(new PostalAddress("Main Street", "8000"))
        .expiresAt(Instant.ofEpochSecond(1_800_000_000L))
        .build();
  }

  @Test
  void theTableIsAsTheModelSays() {
    TableDescription described = client.describeTable(d -> d.tableName(table.name())).table();

    assertThat(described.localSecondaryIndexes())
        .extracting(LocalSecondaryIndexDescription::indexName)
        .containsExactlyInAnyOrder("total-lsi", "byLabel");
    assertThat(described.streamSpecification().streamEnabled()).isTrue();
    assertThat(described.streamSpecification().streamViewType())
        .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
    assertThat(described.onDemandThroughput().maxReadRequestUnits()).isEqualTo(100);
    assertThat(described.onDemandThroughput().maxWriteRequestUnits()).isEqualTo(50);
    assertThat(described.globalSecondaryIndexes().get(0).onDemandThroughput().maxReadRequestUnits())
        .isEqualTo(20);
    assertThat(described.deletionProtectionEnabled()).isTrue();
    assertThatThrownBy(() -> client.deleteTable(d -> d.tableName(table.name())))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("protected against deletion");
  }

  /** What DynamoDB Local takes and does not tell again. */
  @Test
  void theRequestHasTheClassTheKeyAndTheTags() {
    assertThat(table.createTableRequest().tableClass())
        .isEqualTo(TableClass.STANDARD_INFREQUENT_ACCESS);
    assertThat(table.createTableRequest().tags())
        .containsExactly(
            Tag.builder().key("team").value("market").build(),
            Tag.builder().key("cost:center").value("42").build());
    assertThat(table.createTableRequest().sseSpecification().sseType()).isEqualTo(SSEType.KMS);
    assertThat(table.createTableRequest().sseSpecification().kmsMasterKeyId())
        .isEqualTo("alias/market");
  }

  @Test
  void theCommandLineMakesTheSameTable() {
    assertThat(json(CreateTableRequest.builder(), "create-table"))
        .isEqualTo(table.createTableRequest());
    assertThat(json(UpdateTimeToLiveRequest.builder(), "update-time-to-live"))
        .isEqualTo(table.updateTimeToLiveRequest());
    assertThat(json(UpdateContinuousBackupsRequest.builder(), "update-continuous-backups"))
        .isEqualTo(table.updateContinuousBackupsRequest());
  }

  private static <B extends SdkPojo & Buildable> Object json(B builder, String artefact) {
    Path golden =
        Path.of("src/test/resources/golden").resolve(artefact).resolve("market/market-2026.json");
    try {
      return LocalDynamoDb.fill(builder, Files.readString(golden)).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void itemsExpire() {
    client.updateTimeToLive(table.updateTimeToLiveRequest());

    var described = client.describeTimeToLive(d -> d.tableName(table.name()));
    assertThat(described.timeToLiveDescription().attributeName()).isEqualTo("expires_at");
    assertThat(described.timeToLiveDescription().timeToLiveStatus())
        .isIn(TimeToLiveStatus.ENABLED, TimeToLiveStatus.ENABLING);
  }

  /** DynamoDB Local has no such operation. */
  @Test
  void theTableIsRecoverable() {
    var request = table.withName("other").updateContinuousBackupsRequest();

    assertThat(request.tableName()).isEqualTo("other");
    assertThat(request.pointInTimeRecoverySpecification().pointInTimeRecoveryEnabled()).isTrue();
  }

  @Test
  void aLocalIndexOrdersByItsOwnSortKey() {
    List.of(300L, 20L, 1000L).forEach(t -> orders.create(order(ANN, (int) (t % 997), t)));
    orders.create(order(BOB, 1, 500));

    assertThat(orders.largest(ANN).stream())
        .extracting(Order::total)
        .containsExactly(1000L, 300L, 20L);
    assertThat(orders.above(ANN, 20).stream())
        .extracting(Order::total)
        .containsExactly(300L, 1000L);
    assertThat(orders.largest(BOB).stream()).containsExactly(order(BOB, 1, 500));
  }

  @Test
  void aLocalIndexIsReadInPages() {
    LongStream.rangeClosed(1, 5).forEach(t -> orders.create(order(ANN, (int) t, t % 2)));

    Page<Order> first = orders.largest(ANN).page();
    Page<Order> second = orders.largest(ANN).page(first.next().orElseThrow());
    assertThat(first.items()).extracting(Order::orderNumber).containsExactly(5, 3);
    assertThat(second.items()).extracting(Order::orderNumber).containsExactly(1, 4);
  }

  @Test
  void anUpdateMovesTheItemInTheLocalIndex() {
    Order order = order(ANN, 7, 1);
    orders.create(order);

    orders.relabel(order.key(), "drink");

    assertThat(orders.labelled(ANN, "food").stream()).isEmpty();
    assertThat(orders.labelled(ANN, "drink").stream())
        .containsExactly(order.toBuilder().label("drink").build());
  }

  @Test
  void attributesAreStoredInSnakeCaseUnlessQuoted() {
    orders.create(order(ANN, 1, 5));

    Map<String, AttributeValue> item = client.scan(s -> s.tableName(table.name())).items().get(0);
    assertThat(item)
        .containsOnlyKeys(
            "pk",
            "sk",
            "_type",
            "label_key",
            "customer_id",
            "order_number",
            "state",
            "placed_at",
            "total",
            "label",
            "ship_to",
            "expires_at");
    assertThat(item.get("ship_to").m()).containsOnlyKeys("street_name", "ZIP");
  }

  @Test
  void aTableWithoutTypeAttributeStoresNone() {
    client.createTable(AuditTable.DEFAULT.createTableRequest());
    ChangeRepository changes = new ChangeRepository(client);
    Change change = Change.builder().id(ANN).what("price").build();

    changes.create(change);

    assertThat(changes.get(change.key())).contains(change);
    assertThat(client.scan(s -> s.tableName(AuditTable.DEFAULT.name())).items().get(0))
        .containsOnlyKeys("id", "what");
  }
}
