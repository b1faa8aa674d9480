package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.ItemFormatException;
import dev.keyplan.support.Page;
import dev.keyplan.support.Query;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.example.deliveries.Alarm;
import org.example.deliveries.AlarmRepository;
import org.example.deliveries.CarrierLine;
import org.example.deliveries.Customer;
import org.example.deliveries.CustomerFile;
import org.example.deliveries.CustomerRepository;
import org.example.deliveries.Days;
import org.example.deliveries.DeliveriesTable;
import org.example.deliveries.Everything;
import org.example.deliveries.Inspection;
import org.example.deliveries.InspectionRepository;
import org.example.deliveries.Note;
import org.example.deliveries.NoteRepository;
import org.example.deliveries.Order;
import org.example.deliveries.OrderDetail;
import org.example.deliveries.OrderRepository;
import org.example.deliveries.Parcel;
import org.example.deliveries.ParcelRepository;
import org.example.deliveries.Reading;
import org.example.deliveries.ReadingRepository;
import org.example.deliveries.Refund;
import org.example.deliveries.RefundRepository;
import org.example.deliveries.SensorsTable;
import org.example.deliveries.Setup;
import org.example.deliveries.SetupRepository;
import org.example.deliveries.Shipment;
import org.example.deliveries.ShipmentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Several entities in one query, with neighbours all around that must never appear. */
class DeliveriesTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 5);

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final CustomerRepository customers = new CustomerRepository(client);
  private final OrderRepository orders = new OrderRepository(client);
  private final ShipmentRepository shipments = new ShipmentRepository(client);
  private final ReadingRepository readings = new ReadingRepository(client);
  private final AlarmRepository alarms = new AlarmRepository(client);
  private final InspectionRepository inspections = new InspectionRepository(client);

  private final Customer ann = Customer.builder().id("7").name("Ann").build();

  @BeforeEach
  void createTables() {
    client.createTable(DeliveriesTable.DEFAULT.createTableRequest());
    client.createTable(SensorsTable.DEFAULT.createTableRequest());
    customers.create(ann);
    for (int number = 1; number <= 5; number++) {
      orders.create(order("7", number));
      surround("7", number);
    }
    // Another customer whose id begins alike.
    customers.create(Customer.builder().id("70").name("Bob").build());
    orders.create(order("70", 70));
    surround("70", 70);
  }

  @AfterEach
  void stop() {
    client.close();
  }

  /** Items before, behind and between those of the collections. */
  private void surround(String customer, int number) {
    new NoteRepository(client)
        .create(Note.builder().customerId(customer).at(at(number)).text("A note").build());
    new RefundRepository(client)
        .create(Refund.builder().customerId(customer).orderNumber(number).total(1).build());
    new ParcelRepository(client).create(Parcel.builder().id(Integer.toString(number)).build());
    for (int part : List.of(1, 10)) {
      shipments.create(shipment(customer, number, part));
    }
  }

  private static Instant at(int number) {
    return START.plusSeconds(3600L * number);
  }

  private static Order order(String customer, int number) {
    return Order.builder()
        .customerId(customer)
        .placedAt(at(number))
        .number(number)
        .total(100 * number)
        .build();
  }

  private static Shipment shipment(String customer, int number, int part) {
    return Shipment.builder()
        .customerId(customer)
        .orderNumber(number)
        .part(part)
        .carrier("Carrier " + part)
        .build();
  }

  private List<CustomerFile> fileOfAnn() {
    List<CustomerFile> file = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      file.add(order("7", number));
    }
    file.add(ann);
    return file;
  }

  private static <T> List<List<T>> pages(Query<T> query) {
    List<List<T>> pages = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Page<T> page = next.isPresent() ? query.page(next.get()) : query.page();
      pages.add(page.items());
      next = page.next();
    } while (next.isPresent());
    return pages;
  }

  private static <T> List<T> reversed(List<T> items) {
    List<T> reversed = new ArrayList<>(items);
    java.util.Collections.reverse(reversed);
    return reversed;
  }

  @Test
  void findsACustomerAndTheirOrdersAndNoNeighbour() {
    assertThat(customers.customerWithOrders("7").stream()).containsExactlyElementsOf(fileOfAnn());
    for (int size = 1; size <= 7; size++) {
      List<CustomerFile> found = new ArrayList<>();
      pages(customers.customerWithOrders("7").pageSize(size)).forEach(found::addAll);
      assertThat(found).as("%d a page", size).containsExactlyElementsOf(fileOfAnn());
    }
    assertThat(customers.customerWithOrders("8").stream()).isEmpty();
  }

  @Test
  void findsThemBackwardsPageByPage() {
    List<List<CustomerFile>> pages = pages(customers.customerFile("7"));
    assertThat(pages.get(0)).containsExactly(ann, order("7", 5));
    assertThat(pages.stream().flatMap(List::stream))
        .containsExactlyElementsOf(reversed(fileOfAnn()));
    assertThat(customers.requests().customerFile("7").consistentRead()).isTrue();
    assertThat(customers.customerFile("7").first()).contains(ann);
  }

  @Test
  void groupsWhatItFinds() {
    CustomerFile.Grouped file =
        customers.customerWithOrders("7").stream().collect(CustomerFile.grouped());
    assertThat(file.customers()).containsExactly(ann);
    assertThat(file.orders()).extracting(Order::number).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void filtersByEntity() {
    assertThat(customers.worthwhile("7", 400).stream())
        .containsExactly(order("7", 4), order("7", 5), ann);
    assertThat(customers.withoutNotes("7").stream())
        .noneMatch(Note.class::isInstance)
        .hasSize(1 + 5 + 5 + 10);
  }

  @Test
  void findsAnOrderWithItsShipmentsInAnIndex() {
    List<OrderDetail> detail = List.of(order("7", 1), shipment("7", 1, 1), shipment("7", 1, 10));
    assertThat(pages(orders.orderDetail(1)).stream().flatMap(List::stream))
        .containsExactlyElementsOf(detail);
    assertThat(orders.lastOfOrder(1).stream()).containsExactlyElementsOf(reversed(detail));
    assertThat(orders.lastOfOrder(1).limit(2).stream())
        .containsExactly(shipment("7", 1, 10), shipment("7", 1, 1));
    assertThat(orders.carriers(1).stream())
        .containsExactly(
            new CarrierLine("7", Optional.of(100), Optional.empty()),
            new CarrierLine("7", Optional.empty(), Optional.of("Carrier 1")),
            new CarrierLine("7", Optional.empty(), Optional.of("Carrier 10")));
  }

  @Test
  void findsEverythingOfAPartition() {
    Everything.Grouped all = customers.everything("7").stream().collect(Everything.grouped());
    assertThat(all.customers()).containsExactly(ann);
    assertThat(all.orders()).hasSize(5);
    assertThat(all.shipments()).hasSize(10);
    assertThat(all.notes()).hasSize(5);
    assertThat(all.refunds()).hasSize(5);
  }

  @Test
  void leavesOutWhatNoModelNames() {
    for (String sortKey : List.of("ORDER", "ORDER#", "ORDER#9999", "P", "PROFIL", "ORDERS#1")) {
      put("CUSTOMER#7", sortKey, Map.of("_type", AttributeValue.fromS("Legacy")));
    }
    put("CUSTOMER#7", "ORDER#3", Map.of());
    put("CUSTOMER#7", "OTHER", Map.of("_type", AttributeValue.fromN("1")));

    assertThat(customers.customerWithOrders("7").stream()).containsExactlyElementsOf(fileOfAnn());
    assertThat(customers.customerWithOrders("7").limit(2).stream())
        .containsExactly(order("7", 1), order("7", 2));
    assertThat(pages(customers.customerFile("7")).stream().flatMap(List::stream))
        .containsExactlyElementsOf(reversed(fileOfAnn()));
    assertThat(pages(customers.customerFile("7").limit(3)).stream().flatMap(List::stream))
        .containsExactly(ann, order("7", 5), order("7", 4));
  }

  @Test
  void reportsAMalformedItemWithItsKey() {
    put("CUSTOMER#7", "ORDER#9", Map.of("_type", AttributeValue.fromS("Order")));

    assertThatThrownBy(() -> customers.customerWithOrders("7").stream().toList())
        .isInstanceOfSatisfying(
            ItemFormatException.class,
            e ->
                assertThat(e.item())
                    .containsEntry("pk", AttributeValue.fromS("CUSTOMER#7"))
                    .containsEntry("sk", AttributeValue.fromS("ORDER#9")));
  }

  private void put(String partitionKey, String sortKey, Map<String, AttributeValue> more) {
    put("deliveries", partitionKey, sortKey, more);
  }

  private void put(
      String table, String partitionKey, String sortKey, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> item = new java.util.HashMap<>(more);
    item.put("pk", AttributeValue.fromS(partitionKey));
    item.put("sk", AttributeValue.fromS(sortKey));
    client.putItem(request -> request.tableName(table).item(item));
  }

  /** On each of five days a reading and an alarm, and on every second one an inspection. */
  private void fillSensors() {
    for (int i = 0; i < 5; i++) {
      LocalDate day = DAY.plusDays(i);
      readings.create(reading(day));
      alarms.create(alarm(day));
      if (i % 2 == 0) {
        inspections.create(inspection(day));
      }
    }
    new SetupRepository(client).create(Setup.builder().sensor("s").unit("K").build());
  }

  private static Reading reading(LocalDate day) {
    return Reading.builder().sensor("s").day(day).number(10).value(-3).build();
  }

  private static Alarm alarm(LocalDate day) {
    return Alarm.builder().sensor("s").day(day).number(1).reason("cold").build();
  }

  private static Inspection inspection(LocalDate day) {
    return Inspection.builder().sensor("s").day(day).inspector("Eve").build();
  }

  @Test
  void comparesAPartThatAllSortKeysBeginWith() {
    fillSensors();
    List<Days> found = new ArrayList<>();
    pages(readings.days("s", DAY.plusDays(1), DAY.plusDays(2))).forEach(found::addAll);

    assertThat(found)
        .containsExactly(
            reading(DAY.plusDays(2)),
            inspection(DAY.plusDays(2)),
            alarm(DAY.plusDays(2)),
            reading(DAY.plusDays(1)),
            alarm(DAY.plusDays(1)));
  }

  @Test
  void tellsItemsApartByTheirKeys() {
    fillSensors();
    put("sensors", "SENSOR#s", DAY + "#LEGACY#1", Map.of());
    put("sensors", "SENSOR#s", DAY + "#INSPECTION#", Map.of());
    put("sensors", "SENSOR#s", DAY + "#READING#1", Map.of());

    assertThat(inspections.day("s", DAY).stream()).containsExactly(inspection(DAY), reading(DAY));
    assertThat(alarms.trouble("s", DAY).stream()).containsExactly(alarm(DAY));
    assertThat(readings.days("s", DAY, DAY).stream())
        .containsExactly(reading(DAY), inspection(DAY), alarm(DAY));
  }
}
