package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.testing.LocalDynamoDb;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.example.odd.OddTable;
import org.example.odd.Sensor;
import org.example.odd.SensorConditionFailedException;
import org.example.odd.SensorRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Attributes whose names look like placeholders, and ranges the wrong way round. */
class OddNamesTest {
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final SensorRepository sensors = new SensorRepository(client);

  @BeforeEach
  void createTable() {
    client.createTable(OddTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Sensor sensor(int number) {
    return Sensor.builder()
        .room("r")
        .number(number)
        .a("A")
        .b("B")
        .g("G")
        .status("S")
        .low(5)
        .build();
  }

  @Test
  void movesUnderAConditionOnNamesThatDifferInOneCharacter() {
    Sensor sensor = sensors.create(sensor(1));

    Sensor moved = sensors.move(sensor, 2, "A", "B", "G", "S");

    assertThat(moved).isEqualTo(sensor(2));
    assertThat(sensors.sensors("r", 1, 9).stream()).containsExactly(moved);
    assertThatThrownBy(() -> sensors.move(moved, 3, "B", "A", "G", "S"))
        .isInstanceOf(SensorConditionFailedException.class);
    assertThatThrownBy(() -> sensors.move(moved, 3, "A", "B", "S", "G"))
        .isInstanceOf(SensorConditionFailedException.class);
  }

  @Test
  void updatesAllOfThemAtOnce() {
    Sensor sensor = sensors.create(sensor(1));

    Sensor updated =
        sensors.update(
            sensor.key(),
            u -> u.b("1").c("2").a("3").d("4").e("5").f("6").removeG().status("8").low(9));

    Sensor expected =
        sensor.toBuilder()
            .b("1")
            .c("2")
            .a("3")
            .d("4")
            .e("5")
            .f("6")
            .removeG()
            .status("8")
            .low(9)
            .build();
    assertThat(updated).isEqualTo(expected);
    assertThat(sensors.get(sensor.key())).contains(expected);
  }

  @Test
  void refusesRangesThatEndBeforeTheyBegin() {
    Sensor sensor = sensors.create(sensor(7));

    assertThat(sensors.sensors("r", 7, 7).stream()).containsExactly(sensor);
    assertThat(sensors.since("r", 7).stream()).containsExactly(sensor);
    assertThat(sensors.upTo("r", 6).stream()).isEmpty();
    assertRefused(() -> sensors.sensors("r", 10, 9), "from comes after to");
    assertRefused(() -> sensors.since("r", 4), "the constant of the model comes after to");
    assertRefused(
        () -> sensors.relabel(sensor.key(), "x", "y", "z", "B", 6, 4), "low comes after high");
    Sensor relabelled = sensors.relabel(sensor.key(), "x", "y", "z", "B", 4, 6);
    assertThat(relabelled.b()).contains("y");
    assertThat(relabelled.d()).contains("z");
  }

  private static void assertRefused(ThrowingCallable call, String reason) {
    assertThatThrownBy(call)
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range ends before it begins: " + reason);
  }
}
