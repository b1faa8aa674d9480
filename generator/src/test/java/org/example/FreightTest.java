package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.Page;
import dev.keyplan.support.Scan;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.example.freight.All;
import org.example.freight.Anything;
import org.example.freight.Bill;
import org.example.freight.BillRepository;
import org.example.freight.Booked;
import org.example.freight.Contents;
import org.example.freight.Driver;
import org.example.freight.DriverRepository;
import org.example.freight.Entry;
import org.example.freight.FreightTable;
import org.example.freight.LedgerTable;
import org.example.freight.Look;
import org.example.freight.Notable;
import org.example.freight.OrderPart;
import org.example.freight.Payment;
import org.example.freight.PaymentRepository;
import org.example.freight.Reminder;
import org.example.freight.ReminderRepository;
import org.example.freight.Seal;
import org.example.freight.SealRepository;
import org.example.freight.Sealed;
import org.example.freight.Shipment;
import org.example.freight.ShipmentLine;
import org.example.freight.ShipmentLineConditionFailedException;
import org.example.freight.ShipmentLineRepository;
import org.example.freight.ShipmentRepository;
import org.example.freight.Weight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class FreightTest {
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final ShipmentRepository shipments = new ShipmentRepository(client);
  private final ShipmentLineRepository lines = new ShipmentLineRepository(client);
  private final SealRepository seals = new SealRepository(client);
  private final DriverRepository drivers = new DriverRepository(client);
  private final BillRepository bills = new BillRepository(client);
  private final PaymentRepository payments = new PaymentRepository(client);
  private final ReminderRepository reminders = new ReminderRepository(client);

  @BeforeEach
  void createTables() {
    client.createTable(FreightTable.DEFAULT.createTableRequest());
    client.createTable(LedgerTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Shipment shipment(String id, int weight) {
    return Shipment.builder().id(id).order("o-" + id).weight(weight).build();
  }

  private static ShipmentLine line(String id, int part) {
    return ShipmentLine.builder()
        .shipmentId(id)
        .part(part)
        .order("o-" + id)
        .weight(10 * part)
        .worth(new BigDecimal("9.50"))
        .build();
  }

  private void checkFailure(Runnable call, String message) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    assertThat(shipments.get(new Shipment.Key("2"))).isEmpty();
  }

  private static Seal seal(String id, int number) {
    return Seal.builder().shipmentId(id).number(number).build();
  }

  /** Three lines and two seals of a shipment whose name others begin with, and somebody else. */
  private void load() {
    for (String id : List.of("1", "10", "1-")) {
      shipments.create(shipment(id, 60));
      IntStream.rangeClosed(1, 3).forEach(part -> lines.create(line(id, part)));
      seals.create(seal(id, 1));
      seals.create(seal(id, 2));
    }
    drivers.create(Driver.builder().id("ann").name("Ann").build());
    // What no model names, in the partition and elsewhere.
    put("SH#1", "P#9999");
    put("SH#1", "SH#0");
    put("ELSEWHERE", "SH#1");
  }

  private void put(String pk, String sk) {
    client.putItem(
        request ->
            request
                .tableName("freight")
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS(pk),
                        "sk", AttributeValue.fromS(sk),
                        "_type", AttributeValue.fromS("Stranger"))));
  }

  @Test
  void readsAMemberWhoseSortKeyRepeatsThePartition() {
    load();

    Contents.Grouped found = shipments.contents("1").stream().collect(Contents.grouped());

    assertThat(found.shipments()).containsExactly(shipment("1", 60));
    assertThat(found.shipmentLines()).containsExactly(line("1", 3), line("1", 2), line("1", 1));
    assertThat(found.seals()).containsExactly(seal("1", 2), seal("1", 1));
  }

  @Test
  void readsNoMoreOfThePartitionThanTheEntitiesNeed() {
    load();

    assertThat(shipments.requests().sealed("1").keyConditionExpression())
        .isEqualTo("pk = :pk AND sk BETWEEN :skFrom AND :skTo");
    assertThat(shipments.sealed("10").stream().toList())
        .isEqualTo(List.<Sealed>of(seal("10", 1), seal("10", 2), shipment("10", 60)));
  }

  @Test
  void readsTheWholePartition() {
    load();

    List<All> found = shipments.all("1-").stream().toList();

    assertThat(found)
        .isEqualTo(
            List.<All>of(
                line("1-", 1),
                line("1-", 2),
                line("1-", 3),
                seal("1-", 1),
                seal("1-", 2),
                shipment("1-", 60)));
  }

  @Test
  void countsItemsOfSeveralEntities() {
    load();

    assertThat(shipments.size("10")).isEqualTo(6);
    assertThat(shipments.heavy("10", 10)).isEqualTo(3);
    assertThat(shipments.partsOf("o-10")).isEqualTo(4);
    assertThat(shipments.size("nobody")).isZero();
  }

  @Test
  void fetchesItemsOfSeveralEntities() {
    load();

    List<OrderPart> first = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<OrderPart> page =
          cursor
              .map(at -> shipments.ofOrder("o-1").page(at))
              .orElseGet(() -> shipments.ofOrder("o-1").page());
      first.addAll(page.items());
      sizes.add(page.items().size());
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(first)
        .isEqualTo(List.<OrderPart>of(line("1", 1), line("1", 2), line("1", 3), shipment("1", 60)));
    assertThat(sizes).startsWith(2, 2);
    assertThat(shipments.lastOfOrder("o-1").stream().toList())
        .isEqualTo(List.<OrderPart>of(shipment("1", 60), line("1", 3), line("1", 2)));
    assertThat(shipments.weights("o-1").stream().toList())
        .containsExactly(
            new Weight("o-1", 10, Optional.of(1)),
            new Weight("o-1", 20, Optional.of(2)),
            new Weight("o-1", 30, Optional.of(3)),
            new Weight("o-1", 60, Optional.empty()));
  }

  @Test
  void scansForSeveralEntities() {
    load();

    assertThat(shipments.underway().stream().toList()).hasSize(12).doesNotHaveDuplicates();
    assertThat(shipments.notable(60).stream().toList())
        .isEqualTo(List.<Notable>of(Driver.builder().id("ann").name("Ann").build()));
    assertThat(shipments.notable(59).stream().toList()).hasSize(4);
    assertThat(shipments.anyWeight().stream().mapToInt(Weight::weight).sum()).isEqualTo(360);
    assertThat(segments(shipments.everything())).hasSize(19).doesNotHaveDuplicates();
  }

  private static List<Anything> segments(Scan<Anything> scan) {
    return IntStream.range(0, 4).boxed().flatMap(n -> scan.segment(n, 4).stream()).toList();
  }

  @Test
  void writesWhatIsNamedByItsValues() {
    load();

    assertThat(lines.reweigh("1", 2, 25)).isEqualTo(line("1", 2).toBuilder().weight(25).build());
    assertThatThrownBy(() -> lines.reweigh("1", 2, 25))
        .isInstanceOf(ShipmentLineConditionFailedException.class);
    assertThatThrownBy(() -> lines.reweigh("1", 9, 25))
        .isInstanceOf(ShipmentLineConditionFailedException.class);
    assertThat(seals.unseal("1", 2)).contains(seal("1", 2));
    assertThat(seals.unseal("1", 2)).isEmpty();
    seals.create(seal("1", 3));
    seals.dropThird("1");
    assertThat(shipments.sealed("1").stream().toList())
        .isEqualTo(List.<Sealed>of(seal("1", 1), shipment("1", 60)));
    assertThat(shipments.sealed("10").stream().toList()).hasSize(3);
  }

  @Test
  void writesAndGetsMembersThatAreNamedByTheirValues() {
    load();

    shipments.weigh("1", 70, 40, "ann");

    Look look = shipments.look(new Driver.Key("ann"), "1", 1);
    assertThat(look.shipment()).contains(shipment("1", 70));
    assertThat(look.line()).contains(line("1", 1).toBuilder().weight(40).build());
    assertThat(look.driver()).isPresent();
    assertThat(seals.get(new Seal.Key("1", 1))).isEmpty();
    assertThatThrownBy(() -> shipments.weigh("1", 80, 40, "nobody"))
        .isInstanceOfSatisfying(
            TransactionFailedException.class,
            e ->
                assertThat(e.failed())
                    .extracting(TransactionFailedException.Member::name)
                    .containsExactly("by"));
  }

  @Test
  void tiesWhatAMemberSets() {
    load();
    Shipment.Key first = new Shipment.Key("1");

    shipments.handOver(first, "ann");
    assertThat(shipments.get(first).orElseThrow().driver()).contains("ann");
    assertThatThrownBy(() -> shipments.handOver(first, "bob"))
        .isInstanceOf(TransactionFailedException.class);

    Shipment other = shipment("2", 10).toBuilder().driver("ann").build();
    BigDecimal worth = new BigDecimal("9.5");
    checkFailure(
        () -> shipments.split(other, first, line("2", 1), "bob", worth),
        "other.driver and shipment.driver are not equal");
    checkFailure(
        () -> shipments.split(shipment("2", 10), first, line("2", 1), "ann", worth),
        "other.driver and shipment.driver are not equal");
    checkFailure(
        () -> shipments.split(other, first, line("2", 1), "ann", BigDecimal.ONE),
        "line.worth and shipment.worth are not equal");
    checkFailure(
        () -> shipments.split(other, first, line("3", 1), "ann", worth),
        "line.shipmentId and other.id are not equal");
    shipments.split(other, first, line("2", 1), "ann", worth);
    assertThat(shipments.get(new Shipment.Key("2"))).contains(other);
    assertThat(shipments.get(first).orElseThrow().worth()).contains(new BigDecimal("9.50"));
  }

  @Test
  void scansForSeveralEntitiesByTheirKeys() {
    Bill bill = Bill.builder().number(7).total(100).build();
    Payment payment = Payment.builder().bill(7).part(1).total(60).build();
    Reminder reminder = Reminder.builder().bill(7).part(1).text("Please").build();
    bills.create(bill);
    payments.create(payment);
    payments.create(Payment.builder().bill(7).part(2).total(40).build());
    reminders.create(reminder);

    assertThat(bills.booked(60).stream().toList())
        .containsExactlyInAnyOrder((Booked) bill, payment);
    assertThat(bills.ledger().stream().toList()).hasSize(3);
    List<Entry> first = bills.ledger().page().items();
    assertThat(first)
        .containsExactly(bill, payment, Payment.builder().bill(7).part(2).total(40).build());
  }
}
