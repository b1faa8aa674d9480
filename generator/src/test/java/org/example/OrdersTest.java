package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.Part;
import dev.keyplan.support.Query;
import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.example.orders.Order;
import org.example.orders.OrderConditionFailedException;
import org.example.orders.OrderRepository;
import org.example.orders.OrdersTable;
import org.example.orders.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whatever is written: an item is in an index if and only if the condition of the index holds. */
class OrdersTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final OrdersTable table = OrdersTable.DEFAULT.withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  private final OrderRepository orders = new OrderRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private Order place(UnaryOperator<Order.Builder> more) {
    return orders.place(
        more.apply(Order.builder().shop("s").weight(10).total(new BigDecimal("20.00")).day(TODAY)));
  }

  /** The indexes that hold the order, found by reading all of each index. */
  private Set<String> indexesWith(Order order) {
    Set<String> names = new TreeSet<>();
    for (String index : List.of("open", "urgent", "big", "quiet")) {
      boolean isThere =
          client.scan(s -> s.tableName(table.name()).indexName(index)).items().stream()
              .anyMatch(item -> item.get("sk").s().equals("ORDER#" + order.id()));
      if (isThere) {
        names.add(index);
      }
    }
    return names;
  }

  /** What the model says. */
  private static Set<String> expected(Order order) {
    Set<String> names = new TreeSet<>();
    if (order.status() != Status.SHIPPED && order.cancelledBy().equals("nobody")) {
      names.add("open");
    }
    if (order.express() && (order.weight() >= 1000 || order.gift().isPresent())) {
      names.add("urgent");
    }
    if (order.total().compareTo(new BigDecimal("500")) > 0) {
      names.add("big");
    }
    if (order.note().isEmpty() || order.note().get().startsWith("no ")) {
      names.add("quiet");
    }
    return names;
  }

  private void assertThatIndexesAreRight(Order order) {
    Order stored = orders.get(order.key()).orElseThrow();
    assertThat(indexesWith(order)).as("%s", stored).isEqualTo(expected(stored));
  }

  @Test
  void createAndPutWriteTheKeysThatAreDue() {
    List<Order> all = new ArrayList<>();
    for (Status status : Status.values()) {
      for (boolean express : new boolean[] {true, false}) {
        for (String text : new String[] {"", "no hurry", "now"}) {
          for (int weight : new int[] {999, 1000}) {
            Order.Builder order =
                Order.builder()
                    .shop("s")
                    .status(status)
                    .express(express)
                    .weight(weight)
                    .total(BigDecimal.valueOf(weight / 2))
                    .day(TODAY);
            all.add(
                orders.place(
                    text.isEmpty() ? order : order.note(text).gift(text).cancelledBy(text)));
          }
        }
      }
    }
    all.forEach(this::assertThatIndexesAreRight);

    for (Order order : all) {
      Order changed = order.toBuilder().status(Status.SHIPPED).removeGift().note("x").build();
      orders.put(changed);
      assertThatIndexesAreRight(changed);
    }
  }

  @Test
  void readsFindWhatTheIndexHolds() {
    Order placed = place(b -> b.express(true).weight(2000));
    Order paid = place(b -> b.status(Status.PAID).note("no hurry").total(new BigDecimal("900.00")));
    place(b -> b.status(Status.SHIPPED).note("x"));
    place(b -> b.cancelledBy("ann").note("x"));

    assertThat(found(orders.openOf("s"))).containsExactlyInAnyOrder(placed.id(), paid.id());
    assertThat(found(orders.unpaid("s"))).containsExactly(placed.id());
    assertThat(found(orders.urgent())).containsExactly(placed.id());
    assertThat(found(orders.heavy())).containsExactly(placed.id());
    assertThat(found(orders.above())).containsExactly(paid.id());
    assertThat(found(orders.quiet(TODAY))).containsExactly(placed.id());
    assertThat(orders.openOf("s").request().filterExpression()).isNull();
  }

  private static List<String> found(Query<Order> query) {
    return query.stream().map(Order::id).toList();
  }

  @Test
  void updatePatternsKeepMembershipTrue() {
    Order order = place(b -> b.status(Status.PAID));
    orders.ship(order.key());
    assertThatIndexesAreRight(order);
    assertThat(indexesWith(order)).containsExactly("quiet");

    for (Status status : List.of(Status.PLACED, Status.SHIPPED, Status.PAID)) {
      orders.setState(order.key(), status, NOW, "nobody");
      assertThatIndexesAreRight(order);
    }
    assertThatThrownBy(() -> orders.setState(order.key(), Status.PLACED, NOW, "ann"))
        .isInstanceOf(OrderConditionFailedException.class);
    orders.pay(order.key(), NOW);
    assertThatIndexesAreRight(order);

    for (String total : List.of("500.01", "500.00", "900.00")) {
      orders.reprice(order.key(), new BigDecimal(total));
      assertThatIndexesAreRight(order);
    }
    for (String words : List.of("x", "no x", "not")) {
      orders.annotate(order.key(), words, TOMORROW);
      assertThatIndexesAreRight(order);
    }
    orders.silence(order.key(), TODAY);
    assertThatIndexesAreRight(order);

    Order heavy = place(b -> b.weight(5000));
    orders.hurry(heavy.key(), true);
    assertThatIndexesAreRight(heavy);
    assertThat(indexesWith(heavy)).contains("urgent");
    orders.hurry(heavy.key(), false);
    assertThatIndexesAreRight(heavy);

    Order express = place(b -> b.express(true));
    orders.wrap(express.key(), "with love");
    assertThatIndexesAreRight(express);
    assertThat(indexesWith(express)).contains("urgent");
  }

  @Test
  void builtInUpdatesKeepMembershipTrue() {
    Order order = place(b -> b.express(true).weight(1000));

    orders.update(
        order.key(),
        u ->
            u.statusAndCancelledByAndPlacedAt(
                Part.unchanged(Status.PLACED), Part.set("ann"), Part.unchanged(NOW)));
    assertThatIndexesAreRight(order);
    orders.update(
        order.key(),
        u ->
            u.statusAndCancelledByAndPlacedAt(
                Part.set(Status.PAID), Part.set("nobody"), Part.unchanged(NOW)));
    assertThatIndexesAreRight(order);
    orders.update(
        order.key(),
        u -> u.expressAndWeightAndGift(Part.unchanged(true), Part.set(9), Part.removed()));
    assertThatIndexesAreRight(order);
    orders.update(
        order.key(),
        u ->
            u.expressAndWeightAndGift(
                Part.unchanged(true), Part.unchanged(9), Part.set("with love")));
    assertThatIndexesAreRight(order);
    assertThatThrownBy(
            () ->
                orders.update(
                    order.key(),
                    u ->
                        u.expressAndWeightAndGift(
                            Part.set(false), Part.unchanged(9), Part.unchanged(Optional.empty()))))
        .isInstanceOf(OrderConditionFailedException.class);
    assertThatIndexesAreRight(order);
    for (String total : List.of("500.00", "500.01", "1.00")) {
      orders.update(order.key(), u -> u.total(new BigDecimal(total)));
      assertThatIndexesAreRight(order);
    }
    for (String words : List.of("x", "no x")) {
      orders.update(order.key(), u -> u.dayAndNote(Part.set(TOMORROW), Part.set(words)));
      assertThatIndexesAreRight(order);
    }
    orders.update(order.key(), u -> u.dayAndNote(Part.unchanged(TOMORROW), Part.removed()));
    assertThatIndexesAreRight(order);
  }

  @Test
  void upsertsKeepMembershipTrue() {
    Order big = place(b -> b.total(new BigDecimal("600.00")));
    assertThat(indexesWith(big)).contains("big");
    Order small = orders.upsert(big.toBuilder().total(new BigDecimal("20.00")));
    assertThat(indexesWith(small)).doesNotContain("big");
    assertThatIndexesAreRight(small);
  }
}
