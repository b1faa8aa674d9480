package org.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.example.warehouse.Movement;
import org.example.warehouse.MovementRepository;
import org.example.warehouse.Product;
import org.example.warehouse.ProductRepository;
import org.example.warehouse.Stock;
import org.example.warehouse.StockRepository;
import org.example.warehouse.WarehouseTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An inverted index, overloaded indexes, and one attribute in several, without a type attribute.
 */
class WarehouseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final WarehouseTable table = WarehouseTable.DEFAULT;
  private final ProductRepository products = new ProductRepository(client, table);
  private final StockRepository stocks = new StockRepository(client, table);
  private final MovementRepository movements = new MovementRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private Stock stock(String sku, String store, int minute) {
    return stocks.create(
        Stock.builder()
            .sku(sku)
            .store(store)
            .day(DAY)
            .changedAt(NOON.plusSeconds(60L * minute))
            .kind("lamp")
            .pieces(minute)
            .build());
  }

  private Movement movement(String store, int minute) {
    return movements.create(
        Movement.builder()
            .store(store)
            .at(NOON.plusSeconds(60L * minute))
            .day(DAY)
            .pieces(-1)
            .build());
  }

  @Test
  void neighboursAreToldApartByTheirKeys() {
    Product lamp = products.create(Product.builder().sku("L-1").title("Lamp").build());
    Product light = products.create(Product.builder().sku("L-2").title("Light").build());
    products.create(Product.builder().sku("M-1").title("Mug").build());
    Stock west = stock("L-1", "west", 2);
    Stock east = stock("L-1", "east", 1);
    Stock mugs = stock("M-1", "west", 3);
    Movement first = movement("west", 1);
    Movement second = movement("west", 2);
    movement("west2", 3);

    assertThat(products.beginning("L-").stream()).containsExactly(lamp, light);
    assertThat(stocks.stocksOf("L-1").stream()).containsExactly(east, west);
    assertThat(stocks.inStore("west").stream()).containsExactly(west, mugs);
    assertThat(stocks.changedOn(DAY).stream()).containsExactly(east, west, mugs);
    assertThat(stocks.ofKind("lamp", NOON.plusSeconds(61)).stream()).containsExactly(west, mugs);
    assertThat(stocks.latest("L-1").stream()).containsExactly(west, east);
    assertThat(movements.movements("west").stream()).containsExactly(second, first);
    assertThat(movements.movedOn(DAY).stream()).hasSize(3);
    assertThat(stocks.allStock().stream()).containsExactlyInAnyOrder(east, west, mugs);
    assertThat(products.get(lamp.key())).contains(lamp);
  }

  @Test
  void pagesOfAnInvertedIndexGoOn() {
    for (String sku : List.of("A", "B", "C")) {
      stock(sku, "west", 1);
    }
    var query = stocks.inStore("west").pageSize(2);
    var page = query.page();

    assertThat(page.items()).extracting(Stock::sku).containsExactly("A", "B");
    assertThat(query.page(page.next().orElseThrow()).items())
        .extracting(Stock::sku)
        .containsExactly("C");
  }

  @Test
  void oneAttributeIsWrittenOnceForAllItsIndexes() {
    Stock stock = stock("A", "west", 1);
    LocalDate tomorrow = DAY.plusDays(1);

    Stock counted = stocks.count(stock.key(), 7, NOON, tomorrow);

    Map<String, AttributeValue> item =
        client
            .getItem(g -> g.tableName(table.name()).key(stocks.requests().get(stock.key()).key()))
            .item();
    assertThat(item)
        .containsEntry("PK", AttributeValue.fromS("PRODUCT#A"))
        .containsEntry("SK", AttributeValue.fromS("STORE#west"))
        .containsEntry("GSI1-PK", AttributeValue.fromS("DAY#2026-11-27"))
        .containsEntry("GSI1-SK", AttributeValue.fromS("STOCK#2026-11-26T12:00:00.000Z"))
        .containsEntry("GSI2-PK", AttributeValue.fromS("KIND#lamp"))
        .doesNotContainKeys("_type", "_TYPE");
    assertThat(stocks.changedOn(DAY).stream()).isEmpty();
    assertThat(stocks.changedOn(tomorrow).stream()).containsExactly(counted);
    assertThat(stocks.ofKind("lamp", NOON).stream()).containsExactly(counted);
    assertThat(stocks.latest("A").stream()).containsExactly(counted);
  }
}
