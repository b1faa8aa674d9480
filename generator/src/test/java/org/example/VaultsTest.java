package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.UniqueValueTakenException;
import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.example.vaults.Deposit;
import org.example.vaults.DepositAsyncRepository;
import org.example.vaults.DepositConditionFailedException;
import org.example.vaults.DepositRepository;
import org.example.vaults.VaultsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Values at the edges of what DynamoDB stores: none is changed on the way, and each is found. */
class VaultsTest {
  private static final String HALF = "\uD83D";

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final DepositRepository deposits = new DepositRepository(client);
  private final DepositAsyncRepository asyncDeposits =
      new DepositAsyncRepository(local.dynamoDbAsyncClient());
  private final Deposit deposit =
      Deposit.builder()
          .vault("Bern")
          .number(-7)
          .amount(new BigDecimal("10.5"))
          .opened(Instant.EPOCH)
          .seal(SdkBytes.fromUtf8String(""))
          .day(LocalDate.of(2026, 11, 26))
          .isOpen(true)
          .rank(0)
          .weight(0.1)
          .papers(Map.of())
          .build();

  @BeforeEach
  void createTable() {
    client.createTable(VaultsTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    local.shutdownNow();
  }

  /** DynamoDB returns numbers without the zeros that they were given with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "10",
        "10.50",
        "0",
        "-0.0",
        "-10.0001",
        "1E+33",
        "9999999999999999999999999999999999.9999",
        "-9999999999999999999999999999999999.9999"
      })
  void findsUniqueNumbers(String number) {
    BigDecimal amount = new BigDecimal(number);
    Deposit created = deposits.create(deposit.withAmount(amount));

    assertThat(deposits.byAmount(amount)).contains(created);
    assertThat(asyncDeposits.byAmount(amount).join()).contains(created);
    assertThat(created.amount()).isEqualByComparingTo(amount);
    Deposit other = created.toBuilder().number(1).rank(1).opened(Instant.ofEpochSecond(1)).build();
    assertThatThrownBy(() -> deposits.create(other))
        .isInstanceOf(UniqueValueTakenException.class)
        .hasMessageNotContaining(created.amount().toPlainString());

    Deposit changed = deposits.update(created, u -> u.amount(BigDecimal.ONE));
    assertThat(deposits.byAmount(amount)).isEmpty();
    assertThat(deposits.byAmount(new BigDecimal("1.0000"))).contains(changed);
    deposits.delete(changed);
    assertThat(client.scan(s -> s.tableName("vaults")).items()).isEmpty();
  }

  @Test
  void findsTimesAndBytesAndTheRest() {
    for (String time : List.of("0000-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z")) {
      Instant opened = Instant.parse(time);
      for (String seal : List.of("", "\0", "#", "a".repeat(64))) {
        SdkBytes bytes = SdkBytes.fromUtf8String(seal);
        Deposit created = deposits.create(deposit.toBuilder().opened(opened).seal(bytes).build());
        assertThat(deposits.bySeal(opened, bytes)).contains(created);
        deposits.delete(created);
      }
    }
    for (long rank : List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE)) {
      Deposit created = deposits.create(deposit.withRank(rank));
      assertThat(deposits.byRank(deposit.day(), true, rank)).contains(created);
      assertThat(deposits.byRank(deposit.day(), false, rank)).isEmpty();
      deposits.delete(created);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deposit.withOpened(Instant.parse("+10000-01-01T00:00:00Z")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deposit.withOpened(Instant.ofEpochSecond(0, 1)));
  }

  @Test
  void storesNumbersOfEverySize() {
    for (double weight :
        List.of(0.0, -0.0, 1e-130, 9.99e125, -1.2345678901234567e-129, 0.1 + 0.2)) {
      Deposit created = deposits.create(deposit.withWeight(weight));
      assertThat(deposits.get(deposit.key())).contains(created);
      assertThat(created.weight()).isEqualTo(weight + 0.0);
      deposits.delete(created);
    }
    for (double weight : List.of(Double.NaN, Double.MIN_VALUE, Double.MAX_VALUE, 1e126)) {
      assertThatIllegalArgumentException().isThrownBy(() -> deposit.withWeight(weight));
    }
  }

  @Test
  void keepsTextsApart() {
    List<String> vaults =
        List.of("a", "a\0", "a#", "a\u0001", "a\u0002", "A", "\u00E4", "a\u0308", "\uD83D\uDE00");
    int rank = 0;
    for (String vault : vaults) {
      Deposit created =
          deposits.create(
              deposit.toBuilder()
                  .vault(vault)
                  .rank(rank)
                  .opened(Instant.ofEpochSecond(rank))
                  .amount(BigDecimal.valueOf(rank++))
                  .build());
      assertThat(deposits.get(created.key())).contains(created);
    }
    assertThat(client.scan(s -> s.tableName("vaults")).items()).hasSize(4 * vaults.size());
    for (String wrong : List.of("", HALF, "a" + HALF + "b", "\uDE00" + HALF)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> deposits.get(new Deposit.Key(wrong, 1)));
    }
    String longest = "a".repeat(2048 - "VAULT#".length());
    assertThat(deposits.get(new Deposit.Key(longest, 1))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deposits.get(new Deposit.Key(longest + "a", 1)))
        .withMessageNotContaining("aaa");
  }

  @Test
  void storesMapsOfAnything() {
    Map<String, AttributeValue> papers =
        Map.of(
            "empty",
            AttributeValue.fromS(""),
            "nul",
            AttributeValue.fromNul(true),
            "bytes",
            AttributeValue.fromB(SdkBytes.fromUtf8String("")),
            "deep",
            AttributeValue.fromL(
                List.of(
                    AttributeValue.fromM(Map.of()),
                    AttributeValue.fromNs(List.of("-2.5")),
                    AttributeValue.fromSs(List.of("\0")))));
    Deposit created = deposits.create(deposit.withPapers(papers));

    assertThat(deposits.get(deposit.key())).contains(created);
    assertThat(created.papers()).isEqualTo(papers);
    Map<String, AttributeValue> half =
        Map.of("deep", AttributeValue.fromL(List.of(AttributeValue.fromS(HALF))));
    assertThatIllegalArgumentException().isThrownBy(() -> deposit.withPapers(half));
  }

  @Test
  void showsNothingThatIsSensitive() {
    Deposit created = deposits.create(deposit);

    assertThat(created.toString()).doesNotContain("10.5");
    assertThatThrownBy(() -> deposits.create(deposit))
        .isInstanceOf(DepositConditionFailedException.class)
        .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("10.5"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deposit.withAmount(new BigDecimal("10.12345")))
        .withMessageNotContaining("10.1");
  }
}
