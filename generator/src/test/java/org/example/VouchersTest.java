package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.Page;
import dev.keyplan.support.Queries;
import dev.keyplan.support.Query;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.example.vouchers.Gift;
import org.example.vouchers.GiftConditionFailedException;
import org.example.vouchers.GiftRepository;
import org.example.vouchers.Settings;
import org.example.vouchers.SettingsRepository;
import org.example.vouchers.Shop;
import org.example.vouchers.ShopRepository;
import org.example.vouchers.Ticket;
import org.example.vouchers.TicketRepository;
import org.example.vouchers.Voucher;
import org.example.vouchers.VoucherConditionFailedException;
import org.example.vouchers.VoucherRepository;
import org.example.vouchers.VouchersTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What says {@code now} has the time of the table's clock, read once for each call. */
class VouchersTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456Z");
  private static final Instant IN_MILLIS = Instant.parse("2026-11-26T12:00:00.123Z");
  private static final Instant IN_SECONDS = Instant.parse("2026-11-26T12:00:00Z");

  private final Hand clock = new Hand();
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final VouchersTable table = VouchersTable.DEFAULT.withClock(clock);
  private final VoucherRepository vouchers = new VoucherRepository(client, table);
  private final TicketRepository tickets = new TicketRepository(client, table);
  private final GiftRepository gifts = new GiftRepository(client, table);

  /** A clock that is moved by hand, and knows how often it was read. */
  private static final class Hand extends Clock {
    private Instant time = NOON;
    private int readings;

    @Override
    public Instant instant() {
      readings++;
      return time;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    void advance(Duration duration) {
      time = time.plus(duration);
    }
  }

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  /** One that lives for so many seconds from noon. */
  private Voucher voucher(String id, int seconds) {
    return vouchers.create(
        Voucher.builder()
            .shop("s")
            .id(id)
            .owner("ann")
            .expires(IN_SECONDS.plusSeconds(seconds))
            .build());
  }

  private static List<String> ids(Page<Voucher> page) {
    return page.items().stream().map(Voucher::id).toList();
  }

  @Test
  void filtersByTheTimeOfTheCallAndGoesOnAtAnotherTime() {
    voucher("a", 60);
    voucher("b", 0);
    voucher("c", 60);
    voucher("d", 5);
    Query<Voucher> query = vouchers.live("s");
    Page<Voucher> first = query.page();
    clock.advance(Duration.ofSeconds(10));
    Page<Voucher> second = vouchers.live("s").page(first.next().orElseThrow());

    assertThat(ids(first)).containsExactly("a");
    assertThat(ids(second)).containsExactly("c");
    assertThat(vouchers.live("s").stream()).hasSize(2);
    // A query that is ready to run keeps its time.
    assertThat(query.stream()).hasSize(3);
    assertThat(vouchers.liveCount("s")).isEqualTo(2);
    assertThat(vouchers.everyLive().stream()).hasSize(2);
  }

  @Test
  void readsWhatIsInOnePartitionWithoutAnyValue() {
    ShopRepository shops = new ShopRepository(client, table);
    for (String name : List.of("b", "a", "c")) {
      shops.create(Shop.builder().name(name).build());
    }
    Page<Shop> first = shops.shops().page();
    Page<Shop> second = shops.shops().page(first.next().orElseThrow());

    assertThat(first.items()).extracting(Shop::name).containsExactly("c", "b");
    assertThat(second.items()).extracting(Shop::name).containsExactly("a");
    assertThat(shops.shopCount()).isEqualTo(3);
  }

  @Test
  void getsTheOnlyItemOfAnEntity() {
    SettingsRepository settings = new SettingsRepository(client, table);
    assertThat(settings.settings()).isEmpty();
    settings.create(Settings.builder().motto("Live").build());
    Settings changed = settings.setMotto(new Settings.Key(), "Let live");

    assertThat(changed.motto()).isEqualTo("Let live");
    assertThat(settings.settings()).contains(changed);
  }

  @Test
  void goesOnInShardsAtAnotherTime() {
    IntStream.rangeClosed(1, 5)
        .forEach(
            n ->
                tickets.put(
                    n == 4
                        ? Ticket.builder().raffle("r").number(n).expires(IN_SECONDS).build()
                        : Ticket.builder().raffle("r").number(n).build()));
    Queries<Ticket> query = tickets.raffle("r");
    Page<Ticket> first = query.page();
    clock.advance(Duration.ofSeconds(10));
    Page<Ticket> second = tickets.raffle("r").page(first.next().orElseThrow());

    assertThat(first.items()).extracting(Ticket::number).containsExactly(1, 2);
    assertThat(second.items()).extracting(Ticket::number).containsExactly(3, 5);
  }

  @Test
  void comparesTimesOfDifferentTypesBesideAParameterOfThatName() {
    voucher("a", 60);
    Voucher seen = vouchers.see(new Voucher.Key("s", "a"), "x");
    vouchers.redeem(seen.key());

    assertThat(vouchers.fresh("s", IN_MILLIS).stream()).isEmpty();
    assertThat(vouchers.fresh("s", IN_MILLIS.plusMillis(1)).stream()).hasSize(1);
  }

  @Test
  void setsTheTimeCutToTheTypeAndTheKeyOfTheIndex() {
    Voucher voucher = voucher("a", 60);
    clock.readings = 0;
    Voucher redeemed = vouchers.redeem(voucher.key());

    assertThat(clock.readings).isEqualTo(1);
    assertThat(redeemed.usedAt()).contains(IN_MILLIS);
    assertThat(vouchers.used("s").stream()).containsExactly(redeemed);
    assertThatThrownBy(() -> vouchers.redeem(voucher.key()))
        .isInstanceOf(VoucherConditionFailedException.class);
  }

  @Test
  void demandsWhatTheTimeSays() {
    Voucher voucher = voucher("a", 60);
    assertThatThrownBy(() -> vouchers.reap(voucher.key()))
        .isInstanceOf(VoucherConditionFailedException.class);
    assertThatThrownBy(() -> vouchers.replace(voucher))
        .isInstanceOf(VoucherConditionFailedException.class);

    clock.advance(Duration.ofSeconds(60));
    assertThatThrownBy(() -> vouchers.redeem(voucher.key()))
        .isInstanceOf(VoucherConditionFailedException.class);
    assertThat(vouchers.replace(voucher)).isEqualTo(voucher);
    assertThat(vouchers.reap(voucher.key())).contains(voucher);
  }

  @Test
  void setsTheFirstTimeOnly() {
    Voucher.Key key = voucher("a", 60).key();
    vouchers.see(key, "first");
    clock.advance(Duration.ofSeconds(5));
    Voucher again = vouchers.see(key, "second");

    assertThat(again.seenAt()).contains(IN_SECONDS);
    assertThat(again.note()).contains("second");
  }

  @Test
  void hasOneTimeForAllMembersAndStamps() {
    Voucher voucher = voucher("a", 60);
    Gift gift = Gift.builder().owner("bob").at(IN_MILLIS).voucher("a").build();
    clock.readings = 0;
    vouchers.give(voucher.key(), gift);

    assertThat(clock.readings).isEqualTo(1);
    assertThat(vouchers.get(voucher.key()).orElseThrow().changed()).contains(IN_MILLIS);
    assertThat(gifts.get(gift.key()).orElseThrow().touched()).isEqualTo(IN_MILLIS);

    clock.advance(Duration.ofSeconds(60));
    Gift late = gift.toBuilder().at(IN_MILLIS.plusSeconds(60)).build();
    assertThatThrownBy(() -> vouchers.give(voucher.key(), late))
        .isInstanceOf(TransactionFailedException.class);
  }

  @Test
  void stampsAndMovesWithOneTime() {
    Gift gift = gifts.create(Gift.builder().owner("bob").at(IN_MILLIS).voucher("a").build());
    clock.advance(Duration.ofSeconds(5));
    clock.readings = 0;
    Gift opened = gifts.open(gift.key());

    assertThat(clock.readings).isEqualTo(1);
    assertThat(opened.opened()).contains(IN_MILLIS.plusSeconds(5));
    assertThat(opened.touched()).isEqualTo(IN_MILLIS.plusSeconds(5));
    assertThatThrownBy(() -> gifts.open(gift.key()))
        .isInstanceOf(GiftConditionFailedException.class);

    clock.readings = 0;
    Gift moved = gifts.regive(opened);
    assertThat(clock.readings).isEqualTo(1);
    assertThat(moved.at()).isEqualTo(IN_MILLIS.plusSeconds(5));
    assertThat(gifts.get(gift.key())).isEmpty();
    assertThat(gifts.get(moved.key())).contains(moved);
  }
}
