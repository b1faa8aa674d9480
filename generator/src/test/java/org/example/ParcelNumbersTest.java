package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.example.parcels.Label;
import org.example.parcels.LabelRepository;
import org.example.parcels.LabelsTable;
import org.example.parcels.Parcel;
import org.example.parcels.ParcelConditionFailedException;
import org.example.parcels.ParcelRepository;
import org.example.parcels.ParcelsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Numbers with a point, and bytes. */
class ParcelNumbersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final ParcelsTable table =
      ParcelsTable.DEFAULT.withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  private final ParcelRepository parcels = new ParcelRepository(client, table);
  private final LabelRepository labels = new LabelRepository(client, LabelsTable.DEFAULT);

  @BeforeEach
  void createTables() {
    client.createTable(table.createTableRequest());
    client.createTable(LabelsTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Parcel.Builder parcel() {
    return Parcel.builder().depot("Bern").day(DAY);
  }

  private Map<String, AttributeValue> stored(Parcel parcel) {
    return client
        .getItem(g -> g.tableName(table.name()).key(parcels.requests().get(parcel.key()).key()))
        .item();
  }

  private static SdkBytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return SdkBytes.fromByteArray(bytes);
  }

  @Test
  void storesNumbersWithAPointAndBytes() {
    Parcel full =
        parcels.create(
            parcel()
                .price(new BigDecimal("-9999.9"))
                .fee(new BigDecimal("0.12345678901234567890123456789012345678"))
                .weight(-0.0)
                .volume(Double.MIN_NORMAL * 1e200)
                .label(bytes(0, 255, 1, 2))
                .photo(bytes()));
    Parcel bare = parcels.create(parcel());

    assertThat(parcels.get(full.key())).contains(full);
    assertThat(full.price()).isEqualTo(new BigDecimal("-9999.90"));
    assertThat(Double.doubleToRawLongBits(full.weight())).isZero();
    assertThat(stored(full).get("price").n()).isEqualTo("-9999.9");
    assertThat(stored(full).get("label").b()).isEqualTo(bytes(0, 255, 1, 2));
    assertThat(parcels.get(bare.key())).contains(bare);
    assertThat(bare.price()).isEqualTo(new BigDecimal("9.50"));
    assertThat(bare.weight()).isEqualTo(0.25);
    assertThat(stored(bare)).doesNotContainKeys("fee", "volume", "label", "photo");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-130, 9.9e125, 0.1, 1.0 / 3, 1e22, 123456789.125})
  void doublesComeBackAsTheyWere(double weight) {
    for (double signed : new double[] {weight, -weight}) {
      Parcel parcel = parcels.create(parcel().weight(signed));
      assertThat(parcels.get(parcel.key()).orElseThrow().weight()).isEqualTo(signed);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, 1e126, -1e126, 9e-131})
  void refusesDoublesThatCannotBeStored(double weight) {
    String message = "weight is a number that cannot be stored";
    assertThatThrownBy(() -> parcel().weight(weight).build(NOW)).hasMessage(message);
    Parcel parcel = parcels.create(parcel());
    assertThatThrownBy(() -> parcels.update(parcel.key(), u -> u.weight(weight)))
        .hasMessage(message);
  }

  @Test
  void refusesNumbersAndBytesThatDoNotFit() {
    assertThatThrownBy(() -> parcel().price(new BigDecimal("1.001")).build(NOW))
        .hasMessage("price is finer than the 2 digits behind the point that are stored");
    assertThatThrownBy(() -> parcel().price(new BigDecimal("-10000")).build(NOW))
        .hasMessage("price has 5 digits before the point, not 4");
    assertThatThrownBy(() -> parcel().price(new BigDecimal("1e2147483647")).build(NOW))
        .hasMessage("price has 2147483648 digits before the point, not 38");
    assertThatThrownBy(() -> parcel().fee(BigDecimal.ONE).build(NOW))
        .hasMessage("fee has 1 digits before the point, not 0");
    assertThatThrownBy(() -> parcel().label(bytes()).build(NOW))
        .hasMessage("label has 0 bytes, not 1 to 4");
    assertThatThrownBy(() -> parcel().label(bytes(1, 2, 3, 4, 5)).build(NOW))
        .hasMessage("label has 5 bytes, not 1 to 4");
    assertThatThrownBy(() -> parcel().label(null)).hasMessage("label is missing");
    assertThatThrownBy(() -> labels.get(new Label.Key(bytes(), BigDecimal.ONE)))
        .hasMessage("code is empty, and a key");
  }

  @Test
  void updatesNumbersAndBytes() {
    Parcel parcel = parcels.create(parcel().label(bytes(1)).fee(BigDecimal.ZERO).volume(1.5));

    Parcel changed =
        parcels.update(
            parcel.key(), u -> u.removeFee().removeVolume().photo(bytes(7)).price(BigDecimal.ONE));
    assertThat(changed.fee()).isEmpty();
    assertThat(changed.volume()).isEmpty();
    assertThat(changed.photo()).contains(bytes(7));
    assertThat(changed.price()).isEqualTo(new BigDecimal("1.00"));

    Parcel reweighed = parcels.reweigh(parcel.key(), 3, 0.5, new BigDecimal("1.01"), bytes(1));
    assertThat(reweighed.weight()).isEqualTo(3);
    assertThat(reweighed.volume()).contains(0.5);
    assertThat(reweighed.price()).isEqualTo(new BigDecimal("10.00"));
    assertThatThrownBy(() -> parcels.reweigh(parcel.key(), 3, 0.5, BigDecimal.TEN, bytes(1)))
        .isInstanceOf(ParcelConditionFailedException.class);
  }

  @Test
  void keysAreNativeBytesAndDecimals() {
    for (String weight : List.of("10", "9.5", "-1.125", "0")) {
      labels.create(
          Label.builder().code(bytes(1, 2)).weight(new BigDecimal(weight)).data(bytes()).build());
    }

    assertThat(
            labels.heavier(bytes(1, 2), new BigDecimal("-2"), new BigDecimal("9.5")).stream()
                .map(Label::weight))
        .containsExactly(
            new BigDecimal("-1.125"), new BigDecimal("0.000"), new BigDecimal("9.500"));
    assertThat(labels.get(new Label.Key(bytes(1, 2), BigDecimal.TEN))).isPresent();
    assertThat(labels.get(new Label.Key(bytes(1, 2, 0), BigDecimal.TEN))).isEmpty();
  }
}
