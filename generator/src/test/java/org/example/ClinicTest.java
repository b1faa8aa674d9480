package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.ItemFormatException;
import dev.keyplan.support.Part;
import dev.keyplan.testing.LocalDynamoDb;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.UUID;
import org.example.clinic.Caller;
import org.example.clinic.ClinicTable;
import org.example.clinic.Contact;
import org.example.clinic.Patient;
import org.example.clinic.PatientConditionFailedException;
import org.example.clinic.PatientRepository;
import org.example.clinic.Visit;
import org.example.clinic.VisitConditionFailedException;
import org.example.clinic.VisitRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ClinicTest {
  private static final UUID ID = UUID.fromString("6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934");
  private static final Visit VISIT = new Visit("AB-1234", 7, "Tired");

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final ClinicTable table = ClinicTable.DEFAULT;
  private final PatientRepository patients = new PatientRepository(client, table);
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
        .contact(new Contact("partner", "0317654321"))
        .notes(Map.of("allergy", "nuts"));
  }

  @Test
  void recordsDoNotShowWhatIsSensitive() {
    assertThat(patient().build())
        .hasToString(
            "Patient[id=6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934, name=***, phone=***, weight=***,"
                + " room=12, contact=Contact[role=partner, number=***], notes=***]");
    assertThat(VISIT).hasToString("Visit[insurance=***, number=7, reason=***]");
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
    assertThatThrownBy(() -> visits.requests().visit(new Visit("AB", 7, "Tired")))
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

  private static String stackTrace(Throwable throwable) {
    StringWriter text = new StringWriter();
    throwable.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
