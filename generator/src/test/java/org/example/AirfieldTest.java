package org.example;

import static dev.keyplan.support.Part.removed;
import static dev.keyplan.support.Part.set;
import static dev.keyplan.support.Part.unchanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.example.airfield.AirfieldTable;
import org.example.airfield.Flight;
import org.example.airfield.FlightConditionFailedException;
import org.example.airfield.FlightRepository;
import org.example.airfield.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Updates of index keys that depend on times which others stored with another offset. */
class AirfieldTest {
  private static final String THERE = "2026-11-26T17:30:00+05:30";
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final FlightRepository flights = new FlightRepository(client);

  private final Flight flying = Flight.builder().number("KP7").gate("A1").stand("S1").build();
  private final List<Visit> visits = List.of(Visit.builder().by("fuel").since(NOON).build());

  @BeforeEach
  void createTable() {
    client.createTable(AirfieldTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  /** What another program writes: the text is not the one that this one would write. */
  private void store(String attribute, AttributeValue value) {
    client.updateItem(
        u ->
            u.tableName("airfield")
                .key(key())
                .updateExpression("SET #a = :value")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":value", value)));
  }

  private Map<String, AttributeValue> key() {
    return Map.of("pk", AttributeValue.fromS("FLIGHT#KP7"), "sk", AttributeValue.fromS("FLIGHT"));
  }

  private Map<String, AttributeValue> stored() {
    return client.getItem(g -> g.tableName("airfield").key(key())).item();
  }

  @Test
  void keepsATimeThatOthersStored() {
    flights.create(flying.toBuilder().landed(NOON).build());
    store("landed", AttributeValue.fromS(THERE));
    Flight found = flights.get(flying.key()).orElseThrow();
    assertThat(found.landed()).contains(NOON);

    Flight moved =
        flights.update(found.key(), u -> u.gateAndLanded(set("B2"), unchanged(found.landed())));

    assertThat(moved.gate()).isEqualTo("B2");
    assertThat(stored())
        .doesNotContainKey("gatepk")
        .containsEntry("landed", AttributeValue.fromS(THERE));
    assertThat(flights.expected("B2").stream()).isEmpty();
  }

  /** That there is a time, or none, is what the index depends on: it is demanded. */
  @Test
  void failsWhereTheTimeCameOrWent() {
    flights.create(flying);
    assertThatThrownBy(
            () -> flights.update(flying.key(), u -> u.gateAndLanded(set("B2"), unchanged(NOON))))
        .isInstanceOf(FlightConditionFailedException.class);

    store("landed", AttributeValue.fromS(THERE));
    assertThatThrownBy(
            () ->
                flights.update(
                    flying.key(), u -> u.gateAndLanded(set("B2"), unchanged(flying.landed()))))
        .isInstanceOf(FlightConditionFailedException.class);
    assertThat(stored()).containsEntry("gate", AttributeValue.fromS("A1"));

    Flight flyingAgain =
        flights.update(flying.key(), u -> u.gateAndLanded(unchanged("A1"), removed()));
    assertThat(flights.expected("A1").stream()).containsExactly(flyingAgain);
  }

  @Test
  void keepsAListThatOthersStored() {
    flights.create(flying.toBuilder().visits(visits).build());
    AttributeValue there =
        AttributeValue.fromL(
            List.of(
                AttributeValue.fromM(
                    Map.of(
                        "by",
                        AttributeValue.fromS("fuel"),
                        "since",
                        AttributeValue.fromS(THERE)))));
    store("visits", there);
    Flight found = flights.get(flying.key()).orElseThrow();
    assertThat(found.visits()).contains(visits);

    Flight moved =
        flights.update(found.key(), u -> u.standAndVisits(set("S2"), unchanged(found.visits())));

    assertThat(flights.parked("S2").stream()).containsExactly(moved);
    assertThat(flights.parked("S1").stream()).isEmpty();
    assertThat(stored()).containsEntry("visits", there);
  }

  @Test
  void demandsNoTextInTransactionsEither() {
    assertThat(
            flights
                .requests()
                .updateAction(flying.key(), u -> u.gateAndLanded(set("B2"), unchanged(NOON)))
                .update()
                .conditionExpression())
        .isEqualTo("attribute_exists(#_pk) AND attribute_exists(#_landed)");
  }
}
