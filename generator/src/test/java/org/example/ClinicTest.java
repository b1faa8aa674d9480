package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.ItemFormatException;
import dev.keyplan.support.Part;
import dev.keyplan.testing.LocalDynamoDb;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.example.clinic.Bill;
import org.example.clinic.BillRow;
import org.example.clinic.Billed;
import org.example.clinic.Caller;
import org.example.clinic.ClinicTable;
import org.example.clinic.Contact;
import org.example.clinic.ContactKind;
import org.example.clinic.Label;
import org.example.clinic.LabelConditionFailedException;
import org.example.clinic.LabelRepository;
import org.example.clinic.OpenBill;
import org.example.clinic.Patient;
import org.example.clinic.PatientConditionFailedException;
import org.example.clinic.PatientKind;
import org.example.clinic.PatientRepository;
import org.example.clinic.Payer;
import org.example.clinic.Step;
import org.example.clinic.Visit;
import org.example.clinic.VisitConditionFailedException;
import org.example.clinic.VisitRepository;
import org.example.clinic.Ward;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ClinicTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:59.123456789Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final UUID ID = UUID.fromString("6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934");
  private static final Contact CONTACT =
      Contact.builder().role("partner").number("0317654321").id(ID).build();
  private static final Visit VISIT = new Visit("AB-1234", 7, "Tired", List.of());

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final ClinicTable table = ClinicTable.DEFAULT.withClock(CLOCK);
  private final PatientRepository patients = new PatientRepository(client, table);
  private final LabelRepository labels = new LabelRepository(client, table);
  private final VisitRepository visits = new VisitRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Patient.Builder patient() {
    return Patient.builder()
        .id(ID)
        .name("Ann")
        .phone("0311234567")
        .weight(397)
        .room(12)
        .contact(CONTACT)
        .notes(Map.of("allergy", "nuts"));
  }

  @Test
  void recordsDoNotShowWhatIsSensitive() {
    assertThat(patient().build())
        .hasToString(
            "Patient[id=6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934, name=***, phone=***, weight=***,"
                + " room=12, ward=GENERAL, contact=Contact[role=partner, number=***, kind=HOME, tries=3, id="
                + ID
                + ", until=Optional.empty, hours=Optional[1970-01-01T09:00:00Z], tags=[]], notes=***, bill=Optional.empty]");
    assertThat(VISIT).hasToString("Visit[insurance=***, number=7, reason=***, steps=[]]");
    assertThat(VISIT.key()).hasToString("Key[insurance=***, number=7]");
    assertThat(new Caller(ID, "Ann", 12)).hasToString("Caller[id=" + ID + ", name=***, room=12]");
    assertThat(Part.set("0311234567")).hasToString("Part[set]");
  }

  /** It is hidden from readers of logs, and from nobody else. */
  @Test
  void theValuesAreThere() {
    Patient ann = patients.create(patient().build());
    assertThat(patients.get(ann.key())).contains(ann);
    assertThat(ann.phone()).isEqualTo("0311234567");
    assertThat(ann).isNotEqualTo(patient().phone("0311234568").build());
    assertThat(patients.called("0311234567").stream()).containsExactly(new Caller(ID, "Ann", 12));
  }

  @Test
  void limitsDoNotShowWhatBreaksThem() {
    assertThatThrownBy(() -> patient().weight(987).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight is not 1 to 400");
    assertThatThrownBy(() -> patient().phone("31").build())
        .hasMessage("phone has 2 characters, not 3 to 20");
    assertThatThrownBy(() -> visits.requests().visit(new Visit("AB", 7, "Tired", List.of())))
        .hasMessage("insurance has 2 characters, not 4 to 20")
        .hasNoCause();
  }

  @Test
  void failuresDoNotShowWhatWasFound() {
    patients.create(patient().build());
    PatientConditionFailedException failed =
        catchThrowableOfType(
            PatientConditionFailedException.class,
            () -> patients.weigh(patient().build().key(), 60));
    assertThat(failed).hasStackTraceContaining("weigh");
    assertThat(stackTrace(failed)).doesNotContain("397", "0311234567", "nuts");
    assertThat(failed.found()).contains(patient().build());
    visits.visit(VISIT);
    assertThat(
            stackTrace(
                catchThrowableOfType(
                    VisitConditionFailedException.class, () -> visits.visit(VISIT))))
        .doesNotContain("AB-1234", "Tired");
  }

  @Test
  void itemsThatCannotBeReadAreNotShown() {
    Patient ann = patients.create(patient().build());
    client.updateItem(
        u ->
            u.tableName(table.name())
                .key(patients.requests().get(ann.key()).key())
                .updateExpression("SET weight = :w")
                .expressionAttributeValues(Map.of(":w", AttributeValue.fromN("61.75"))));
    ItemFormatException unread =
        catchThrowableOfType(ItemFormatException.class, () -> patients.get(ann.key()));
    assertThat(unread.attribute()).isEqualTo("weight");
    assertThat(unread.item()).containsKey("weight");
    assertThat(stackTrace(unread)).doesNotContain("61.75", "0311234567");
  }

  @Test
  void buildersFillTheDefaultsOfStructs() {
    Contact contact = Contact.builder().role("child").number("0310000000").build();
    assertThat(contact.kind()).isEqualTo(ContactKind.HOME);
    assertThat(contact.tries()).isEqualTo(3);
    assertThat(contact.hours()).contains(Instant.parse("1970-01-01T09:00:00Z"));
    assertThat(contact.until()).isEmpty();
    assertThat(contact.id())
        .isNotEqualTo(Contact.builder().role("child").number("0310000000").build().id());
    Contact other = contact.toBuilder().kind(ContactKind.WORK).removeHours().build();
    assertThat(other).isNotEqualTo(contact);
    assertThat(other.hours()).isEmpty();
    assertThat(other.toBuilder().hours(at("09:00:00")).build().kind()).isEqualTo(ContactKind.WORK);
    Patient patient = patients.create(patient().contact(other).build());
    assertThat(patients.get(patient.key()).orElseThrow().contact()).isEqualTo(other);
    assertThatThrownBy(() -> Contact.builder().role("child").number("1").build())
        .hasMessage("number has 1 characters, not 3 to 20");
    assertThatThrownBy(() -> Contact.builder().role("child").build())
        .hasMessage("number is missing");
  }

  @Test
  void timesInStructsComeFromWhoBuildsThem() {
    Step step = Step.builder().build(NOW);
    assertThat(step.at()).isEqualTo("2026-11-23T10:00:59Z");
    assertThat(step.what()).isEqualTo("Waiting");
    assertThat(step.trace()).hasSize(26);
    assertThatThrownBy(() -> Step.builder().build()).hasMessage("at is missing");
    Visit visit = visits.visit(new Visit("AB-1234", 8, "Tired", List.of(step)));
    assertThat(visits.get(visit.key()).orElseThrow().steps()).containsExactly(step);
  }

  @Test
  void listsOfConstants() {
    Patient one = patients.create(patient().ward(Ward.SURGERY).room(1).build());
    Patient other =
        patients.create(patient().id(UUID.randomUUID()).ward(Ward.SURGERY).room(12).build());
    patients.create(patient().id(UUID.randomUUID()).ward(Ward.CHILDREN).room(2).build());
    patients.create(patient().id(UUID.randomUUID()).ward(Ward.GENERAL).room(2).build());
    Contact atWork = CONTACT.toBuilder().kind(ContactKind.WORK).build();
    Patient third =
        patients.create(
            patient().id(UUID.randomUUID()).ward(Ward.SURGERY).room(13).contact(atWork).build());
    assertThat(patients.inCare(3).stream()).containsExactlyInAnyOrder(one, third);
    assertThat(patients.inCare(12).stream()).containsExactlyInAnyOrder(one, other, third);
  }

  @Test
  void membersOfAnIndexByAList() {
    Patient ann = patients.create(patient().room(7).build());
    assertThat(patients.inCare(7).stream()).isEmpty();
    assertThat(patients.relocate(ann.key(), Ward.SURGERY).ward()).isEqualTo(Ward.SURGERY);
    assertThat(patients.inCare(7).stream()).hasSize(1);
    assertThatThrownBy(() -> patients.relocate(ann.key(), Ward.GENERAL))
        .isInstanceOf(PatientConditionFailedException.class);
    patients.update(ann.key(), u -> u.ward(Ward.GENERAL));
    assertThat(patients.inCare(7).stream()).isEmpty();
  }

  private static SdkBytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return SdkBytes.fromByteArray(bytes);
  }

  private Label.Builder label() {
    return Label.builder()
        .nick("old")
        .shade(bytes(1))
        .other(bytes(2))
        .at(at("00:00:00"))
        .price(new BigDecimal("1.00"))
        .code("X1");
  }

  @Test
  void whatBecomesAnIndexKeyIsNotEmpty() {
    Label label = labels.create(label().alias("new").build());
    assertThat(labels.rename(label.key()).nick()).isEqualTo("new");
    assertThat(labels.labels("new").stream()).hasSize(1);
    assertThat(labels.shades(bytes(2)).stream()).hasSize(1);
    Label noText = labels.create(label().alias("").build());
    assertThatThrownBy(() -> labels.rename(noText.key()))
        .isInstanceOf(LabelConditionFailedException.class)
        .hasMessage(
            "Label.rename demands that the item exists and can be changed so; it found an item");
    assertThatThrownBy(() -> labels.nick(noText.key(), "other"))
        .isInstanceOf(LabelConditionFailedException.class);
    Label noBytes = labels.create(label().alias("new").other(bytes()).build());
    assertThatThrownBy(() -> labels.rename(noBytes.key()))
        .isInstanceOf(LabelConditionFailedException.class);
    Label noAlias = labels.create(label().build());
    assertThat(labels.nick(noAlias.key(), "given").nick()).isEqualTo("given");
    assertThatThrownBy(() -> labels.requests().nick(noAlias.key(), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nick is empty, and part of a key");
  }

  @Test
  void nullIsRefusedByName() {
    Label.Key key = label().build().key();
    BigDecimal price = new BigDecimal("1.00");
    assertThatThrownBy(() -> labels.date(key, null, price, "X"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at is missing");
    assertThatThrownBy(() -> labels.date(key, NOW.truncatedTo(ChronoUnit.MILLIS), null, "X"))
        .hasMessage("price is missing");
    assertThatThrownBy(() -> labels.date(key, NOW.truncatedTo(ChronoUnit.MILLIS), price, null))
        .hasMessage("code is missing");
    assertThatThrownBy(() -> patients.relocate(patient().build().key(), null))
        .hasMessage("ward is missing");
  }

  @Test
  void selectsWhatIsInsideOfAttributes() {
    Bill open =
        new Bill(
            new BigDecimal("12.50"),
            Optional.of(at("00:00:00")),
            new Payer("Bob", "Bern"),
            Set.of("a", "b"));
    Patient ann = patients.create(patient().bill(open).build());
    assertThat(patients.bills(ann.phone()).stream())
        .containsExactly(
            new BillRow(
                ID,
                "partner",
                ContactKind.HOME,
                CONTACT.hours(),
                Optional.of(new BigDecimal("12.50")),
                Optional.of(at("00:00:00")),
                Optional.of("Bob"),
                Optional.of("Bern"),
                Set.of("a", "b")));
    assertThat(patients.bill(ID))
        .contains(new OpenBill(Optional.of(new BigDecimal("12.50")), Optional.of(open.payer())));
    assertThat(patients.kinds(List.of(ID)).values())
        .containsExactly(new PatientKind(ContactKind.HOME, "Ann"));
    assertThat(patients.billing().stream()).containsExactly(new Billed(Optional.of("Bern")));
  }

  @Test
  void whatIsNotThereHasNothingInside() {
    Contact plain = CONTACT.toBuilder().removeHours().build();
    Patient ann = patients.create(patient().contact(plain).build());
    assertThat(patients.bills(ann.phone()).stream())
        .containsExactly(
            new BillRow(
                ID,
                "partner",
                ContactKind.HOME,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of()));
    assertThat(patients.bill(ID)).contains(new OpenBill(Optional.empty(), Optional.empty()));
    assertThat(patients.billing().stream()).containsExactly(new Billed(Optional.empty()));
    client.updateItem(
        u ->
            u.tableName(table.name())
                .key(patients.requests().get(ann.key()).key())
                .updateExpression("REMOVE contact.kind"));
    assertThatThrownBy(() -> patients.kinds(List.of(ID)))
        .isInstanceOf(ItemFormatException.class)
        .hasMessage("The attribute contact.kind of a stored item is missing");
  }

  private static Instant at(String time) {
    return Instant.parse("2026-01-31T" + time + "Z");
  }

  private static String stackTrace(Throwable throwable) {
    StringWriter text = new StringWriter();
    throwable.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
