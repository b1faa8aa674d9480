package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.TransactionFailedException.Member;
import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.example.accounts.Account;
import org.example.accounts.AccountConditionFailedException;
import org.example.accounts.AccountRepository;
import org.example.accounts.AccountsTable;
import org.example.accounts.Rate;
import org.example.accounts.RateConditionFailedException;
import org.example.accounts.RateRepository;
import org.example.accounts.RatesTable;
import org.example.accounts.Session;
import org.example.accounts.SessionRepository;
import org.example.accounts.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AccountsTest {
  private static final Instant START = Instant.parse("2026-11-26T10:00:00.000Z");

  /** Every reading is a second later than the one before. */
  private static final class Ticking extends Clock {
    private int readings;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      readings++;
      return START.plusSeconds(readings);
    }
  }

  private final Ticking clock = new Ticking();
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final AccountsTable table = AccountsTable.DEFAULT.withClock(clock);
  private final AccountRepository accounts = new AccountRepository(client, table);
  private final SessionRepository sessions = new SessionRepository(client, table);
  private final RateRepository rates = new RateRepository(client, RatesTable.DEFAULT);

  @BeforeEach
  void createTables() {
    client.createTable(table.createTableRequest());
    client.createTable(RatesTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private Account account() {
    return accounts.create(Account.builder().owner("Ann").number(7).note("x"));
  }

  private static Session.Builder session(Account account, int number) {
    return Session.builder()
        .accountId(account.id())
        .number(number)
        .device("phone")
        .seenAt(START.minusSeconds(60));
  }

  private Map<String, AttributeValue> stored(Map<String, AttributeValue> key) {
    return client.getItem(g -> g.tableName("accounts").key(key).consistentRead(true)).item();
  }

  @Test
  void createReadsTheClockOnceAndCountsFromOne() {
    Account created = account();
    assertThat(clock.readings).isEqualTo(1);
    assertThat(created.version()).isEqualTo(1);
    assertThat(created.opened()).isEqualTo(START.plusSeconds(1));
    assertThat(created.updatedAt()).isEqualTo(created.opened());
    assertThat(accounts.get(created.key())).contains(created);
    Account built = Account.builder().owner("Bob").number(1).build(START);
    assertThat(built.version()).isZero();
    assertThat(built.updatedAt()).isEqualTo(Instant.EPOCH);
    assertThat(accounts.create(built).updatedAt()).isEqualTo(START.plusSeconds(2));
  }

  @Test
  void updatesDemandTheVersionThatWasRead() {
    Account first = account();
    Account second = accounts.update(first, u -> u.number(8).removeNote().tags(Set.of("a")));
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.number()).isEqualTo(8);
    assertThat(second.note()).isEmpty();
    assertThat(second.updatedAt()).isEqualTo(START.plusSeconds(2));
    assertThat(accounts.get(first.key())).contains(second);
    assertThat(accounts.byOwner("Ann").stream()).containsExactly(second);
    AccountConditionFailedException stale =
        catchThrowableOfType(
            AccountConditionFailedException.class, () -> accounts.update(first, u -> u.number(9)));
    assertThat(stale.found()).contains(second);
    Account third = accounts.update(second, u -> u.tags(Set.of()));
    assertThat(accounts.get(first.key())).contains(third);
    assertThat(third.tags()).isEmpty();
  }

  @Test
  void theExampleOfTheReference() {
    Account.Key key = account().key();
    Account current = accounts.get(key).orElseThrow();
    Account renumbered = accounts.update(current, u -> u.number(8).removeNote());
    Account replaced = accounts.put(renumbered.toBuilder().owner("Bob").build());
    accounts.delete(replaced);
    assertThat(replaced.version()).isEqualTo(3);
    assertThat(accounts.get(key)).isEmpty();
  }

  @Test
  void anUpdateOfNothingStillCounts() {
    Account first = account();
    Account second = accounts.update(first, u -> {});
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.updatedAt()).isAfter(first.updatedAt());
    assertThat(second.number()).isEqualTo(first.number());
  }

  @Test
  void patternsDemandTheVersionBesidesTheirCondition() {
    Account first = account();
    AccountConditionFailedException poor =
        catchThrowableOfType(
            AccountConditionFailedException.class,
            () -> accounts.freeze(first, new BigDecimal("0.01")));
    assertThat(poor.found()).contains(first);
    Account frozen = accounts.freeze(first, BigDecimal.ZERO);
    assertThat(frozen.state()).isEqualTo(State.CLOSED);
    assertThat(frozen.version()).isEqualTo(2);
    assertThat(accounts.byOwner("Ann").stream()).isEmpty();
    assertThat(stored(accounts.requests().get(first.key()).key()).get("gsi1sk").s())
        .isEqualTo("CLOSED#007");
    assertThat(
            catchThrowableOfType(
                AccountConditionFailedException.class, () -> accounts.renumber(first, 1)))
        .hasMessageContaining("as it was read");
    Account renumbered = accounts.renumber(frozen, 12);
    assertThat(stored(accounts.requests().get(first.key()).key()).get("gsi1sk").s())
        .isEqualTo("CLOSED#012");
    assertThat(renumbered.version()).isEqualTo(3);
  }

  @Test
  void putReplacesWhatWasRead() {
    Account first = account();
    Account second = accounts.put(first.toBuilder().note("y").build());
    assertThat(second.version()).isEqualTo(2);
    assertThat(accounts.get(first.key())).contains(second);
    assertThat(
            catchThrowableOfType(AccountConditionFailedException.class, () -> accounts.put(first))
                .found())
        .contains(second);
    Account unread = Account.builder().owner("Eve").number(1).build(START);
    assertThat(
            catchThrowableOfType(AccountConditionFailedException.class, () -> accounts.put(unread))
                .found())
        .isEmpty();
    Account closed = accounts.freeze(second, BigDecimal.ZERO);
    assertThat(accounts.restore(closed.toBuilder().state(State.OPEN).build()).version())
        .isEqualTo(4);
  }

  @Test
  void deleteDemandsTheVersionThatWasRead() {
    Account first = account();
    Account second = accounts.renumber(first, 2);
    assertThat(
            catchThrowableOfType(
                    AccountConditionFailedException.class, () -> accounts.delete(first))
                .found())
        .contains(second);
    assertThat(
            catchThrowableOfType(AccountConditionFailedException.class, () -> accounts.drop(second))
                .found())
        .contains(second);
    accounts.delete(second);
    assertThat(accounts.get(first.key())).isEmpty();
    assertThat(
            catchThrowableOfType(
                    AccountConditionFailedException.class, () -> accounts.delete(second))
                .found())
        .isEmpty();
  }

  @Test
  void moveCountsOn() {
    Account first = account();
    UUID to = UUID.randomUUID();
    Account moved = accounts.hand(first, to, "Bob");
    assertThat(moved.version()).isEqualTo(2);
    assertThat(moved.updatedAt()).isEqualTo(START.plusSeconds(2));
    assertThat(accounts.get(new Account.Key(to))).contains(moved);
    assertThat(accounts.get(first.key())).isEmpty();
    assertThat(
            catchThrowableOfType(
                    AccountConditionFailedException.class,
                    () -> accounts.hand(first, UUID.randomUUID(), "Eve"))
                .found())
        .isEmpty();
    Account inPlace = accounts.hand(moved, to, "Cy");
    assertThat(inPlace.version()).isEqualTo(3);
    assertThat(accounts.get(new Account.Key(to))).contains(inPlace);
    assertThat(
            catchThrowableOfType(
                    AccountConditionFailedException.class, () -> accounts.hand(moved, to, "Di"))
                .found())
        .contains(inPlace);
  }

  @Test
  void everyWriteTouches() {
    Account account = account();
    Session first = sessions.create(session(account, 1).build());
    assertThat(first.changed()).isEqualTo(START.plusSeconds(2));
    assertThat(sessions.changes(START.plusSeconds(2)).stream()).containsExactly(first);
    Session second = sessions.update(first.key(), u -> u.place("Bern"));
    assertThat(second.changed()).isEqualTo(START.plusSeconds(3));
    assertThat(sessions.changes(START.plusSeconds(3)).stream()).containsExactly(second);
    Session third = sessions.see(first.key(), "Thun", START);
    assertThat(third.changed()).isEqualTo(START.plusSeconds(4));
    assertThat(sessions.changes(START.plusSeconds(4)).stream()).containsExactly(third);
    Session fourth = sessions.shift(third, 2);
    assertThat(fourth.changed()).isEqualTo(START.plusSeconds(5));
    assertThat(sessions.get(fourth.key())).contains(fourth);
    Session fifth = sessions.store(fourth);
    assertThat(fifth.changed()).isEqualTo(START.plusSeconds(6));
    assertThat(sessions.get(fourth.key())).contains(fifth);
  }

  @Test
  void aBatchReadsTheClockOnce() {
    Account account = account();
    sessions.putAll(List.of(session(account, 1).build(), session(account, 2).build()));
    assertThat(sessions.changes(START).stream().map(Session::changed))
        .containsExactly(START.plusSeconds(2), START.plusSeconds(2));
    assertThat(clock.readings).isEqualTo(2);
  }

  @Test
  void aTransactionReadsTheClockOnceAndDemandsEveryVersion() {
    Account from = account();
    Account to = account();
    Session session = session(from, 1).build();
    Session.Key old = new Session.Key(from.id(), 9);
    accounts.transfer(
        from, to, session, old, account().key(), new BigDecimal("1.50"), BigDecimal.TEN);
    Account fromNow = accounts.get(from.key()).orElseThrow();
    Account toNow = accounts.get(to.key()).orElseThrow();
    assertThat(fromNow.version()).isEqualTo(2);
    assertThat(toNow.balance()).isEqualByComparingTo("10");
    assertThat(fromNow.updatedAt()).isEqualTo(START.plusSeconds(4)).isEqualTo(toNow.updatedAt());
    assertThat(sessions.get(session.key()).orElseThrow().changed()).isEqualTo(START.plusSeconds(4));
    Account.Key other = account().key();
    TransactionFailedException failed =
        catchThrowableOfType(
            TransactionFailedException.class,
            () ->
                accounts.transfer(
                    fromNow, to, session, old, other, BigDecimal.ONE, BigDecimal.ONE));
    assertThat(failed.failed().stream().map(Member::name)).containsExactly("to", "session");
    assertThat(failed.failed().get(0).found()).isEqualTo(Optional.of(toNow));
  }

  @Test
  void aVersionCanBeAnInt() {
    Rate first = rates.create(Rate.builder().code("CHF").value(BigDecimal.ONE).build());
    Rate second = rates.convert(first, new BigDecimal("1.05"));
    assertThat(second.version()).isEqualTo(2);
    assertThat(rates.put(second).version()).isEqualTo(3);
    assertThat(
            catchThrowableOfType(
                RateConditionFailedException.class, () -> rates.convert(second, BigDecimal.TEN)))
        .isNotNull();
  }

  @Test
  void onlyWhatIsWantedIsThere() {
    List<String> methods =
        Arrays.stream(RateRepository.class.getDeclaredMethods())
            .filter(m -> java.lang.reflect.Modifier.isPublic(m.getModifiers()))
            .map(java.lang.reflect.Method::getName)
            .distinct()
            .sorted()
            .toList();
    assertThat(methods).containsExactly("convert", "create", "delete", "get", "put", "requests");
    assertThat(AccountRepository.class.getDeclaredMethods())
        .noneMatch(method -> method.getName().equals("putAll"));
  }
}
