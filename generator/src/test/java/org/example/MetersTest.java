package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.Concurrency;
import dev.keyplan.support.CursorException;
import dev.keyplan.support.Page;
import dev.keyplan.support.Queries;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.example.meters.Latest;
import org.example.meters.MetersTable;
import org.example.meters.Reading;
import org.example.meters.ReadingRepository;
import org.example.meters.Score;
import org.example.meters.ScoreRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MetersTest {
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final MetersTable table = MetersTable.DEFAULT;
  private final ReadingRepository readings = new ReadingRepository(client, table);
  private final ScoreRepository scores = new ScoreRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private Reading reading(String at, int level) {
    Reading reading =
        Reading.builder().meter("m").at(Instant.parse(at)).id(id(level)).level(level).build();
    readings.create(reading);
    return reading;
  }

  private static UUID id(int number) {
    return new UUID(0, number + 1000);
  }

  @Test
  void keepsItemsInTheirBucket() {
    Reading last = reading("2026-11-30T23:59:59.999Z", 5);
    Reading first = reading("2026-12-01T00:00:00Z", 7);

    assertThat(readings.get(last.key())).contains(last);
    assertThat(readings.reading("m", first.at(), first.id())).contains(first);
    assertThat(readings.requests().get(first.key()).key())
        .containsEntry("pk", AttributeValue.fromS("METER#m#2026-12"));
  }

  @Test
  void findsASpreadItemByWhatItIsSpreadBy() {
    for (int i = 0; i < 40; i++) {
      scores.create(Score.builder().game("go").player(id(i)).points(i - 20).build());
    }

    for (int i = 0; i < 40; i++) {
      assertThat(scores.score("go", id(i), i - 20)).map(Score::player).contains(id(i));
    }
    assertThat(partitions()).hasSizeBetween(8, 16);
  }

  private List<String> partitions() {
    return client.scan(s -> s.tableName(table.name())).items().stream()
        .map(item -> item.get("pk").s())
        .distinct()
        .toList();
  }

  /** Three months with readings, one without, and one more. */
  private List<Reading> threeMonths() {
    List<Reading> all = new ArrayList<>();
    int level = 0;
    for (String at :
        List.of(
            "2026-08-31T23:59:59.999Z",
            "2026-09-01T00:00:00Z",
            "2026-09-15T12:00:00Z",
            "2026-09-30T23:59:59.999Z",
            "2026-10-01T00:00:00Z",
            "2026-12-01T00:00:00Z",
            "2026-12-24T18:00:00Z")) {
      all.add(reading(at, level++));
    }
    return all;
  }

  private static <T> List<T> pages(Queries<T> queries, int size) {
    Queries<T> sized = queries.pageSize(size);
    List<T> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<T> page = cursor.isPresent() ? sized.page(cursor.get()) : sized.page();
      assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
      assertThat(page.next().isEmpty() || page.items().size() == size).isTrue();
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }

  @Test
  void readsBucketAfterBucket() {
    List<Reading> all = threeMonths();
    Queries<Reading> history = readings.history("m", all.get(0).at(), all.get(6).at());

    assertThat(history.requests()).hasSize(5);
    assertThat(history.stream()).containsExactlyElementsOf(all);
    for (int size = 1; size <= 8; size++) {
      assertThat(pages(history, size)).containsExactlyElementsOf(all);
    }
    assertThat(history.page().items()).containsExactlyElementsOf(all.subList(0, 3));
    assertThat(history.first()).contains(all.get(0));
    assertThat(history.limit(4).stream()).containsExactlyElementsOf(all.subList(0, 4));
    Queries<Reading> september = readings.history("m", all.get(2).at(), all.get(4).at());
    assertThat(september.stream()).containsExactlyElementsOf(all.subList(2, 5));
    assertThat(september.requests()).hasSize(2);
  }

  @Test
  void readsBucketsBackwardsAndFiltered() {
    List<Reading> all = threeMonths();
    Queries<Reading> alarms = readings.alarms("m", all.get(0).at(), all.get(6).at(), 1);

    assertThat(alarms.stream().map(Reading::level)).containsExactly(6, 5, 4, 3, 2);
    assertThat(pages(alarms, 2)).extracting(Reading::level).containsExactly(6, 5, 4, 3, 2);
    assertThat(readings.alarms("m", all.get(0).at(), all.get(6).at(), 150).first()).isEmpty();
  }

  @Test
  void refusesRangesAndCursorsOfOthers() {
    List<Reading> all = threeMonths();
    Instant from = all.get(0).at();
    Instant to = all.get(6).at();

    assertThatThrownBy(() -> readings.history("m", to, from))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range ends before it begins: from comes after to");
    assertThatThrownBy(() -> readings.history("m", from, to.plusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class);
    String cursor = readings.history("m", from, to).page().next().orElseThrow();
    assertThat(readings.history("m", from, to).page(cursor).items()).isNotEmpty();
    for (Queries<Reading> other :
        List.of(
            readings.history("n", from, to),
            readings.history("m", from.plusMillis(1), to),
            readings.history("m", from, to.minusMillis(1)),
            readings.history("m", from, to).limit(5))) {
      assertThatThrownBy(() -> other.page(cursor)).isInstanceOf(CursorException.class);
    }
    assertThatThrownBy(() -> readings.history("m", from, to).page(null))
        .isInstanceOf(CursorException.class);
  }

  /** No query is sent for months that nobody asked for yet. */
  @Test
  void makesRequestsWhenTheyAreNeeded() {
    Instant from = Instant.parse("0000-01-01T00:00:00Z");
    Instant to = Instant.parse("9999-12-31T23:59:59.999Z");

    assertThat(readings.history("m", from, to).requests()).hasSize(120_000);
    Page<Reading> page = readings.history("m", from, to).page();
    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isPresent();
  }

  @Test
  void mergesShards() {
    List<Score> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Score score = Score.builder().game("go").player(id(i)).points(i * 7 % 20 - 10).build();
      scores.create(score);
      all.add(score);
    }
    all.sort(
        Comparator.comparing(Score::points).reversed().thenComparing(s -> s.player().toString()));

    assertThat(scores.best("go").stream()).containsExactlyElementsOf(all.subList(0, 10));
    Queries<Score> more = new ScoreRepository(client, table).above("go", -1000);
    List<Score> ascending = more.stream().toList();
    assertThat(ascending).hasSize(60).isSortedAccordingTo(Comparator.comparing(Score::points));
    assertThat(ascending).containsExactlyInAnyOrderElementsOf(all);
    for (int size : List.of(1, 2, 3, 7, 16, 17, 59, 60, 61)) {
      assertThat(pages(more, size)).containsExactlyElementsOf(ascending);
    }
    assertThat(scores.above("go", 5).stream().map(Score::points)).allMatch(points -> points >= 5);
    assertThat(scores.above("chess", 5).stream()).isEmpty();
    assertThat(scores.above("go", -1000).requests()).hasSize(16);
  }

  /** Items with one key in the index, in several shards of several days. */
  @Test
  void mergesShardsOfEachBucketOfAnIndex() {
    for (int day = 1; day <= 3; day++) {
      for (int i = 0; i < 12; i++) {
        int number = day * 20 + i;
        reading("2026-11-0" + day + "T0" + i % 3 + ":00:00Z", number);
      }
    }
    Queries<Latest> latest =
        readings.latest(
            Instant.parse("2026-11-01T01:00:00Z"), Instant.parse("2026-11-03T23:00:00Z"));

    assertThat(latest.requests()).hasSize(9);
    List<Latest> all = latest.stream().toList();
    assertThat(all).hasSize(32).doesNotHaveDuplicates();
    assertThat(all.stream().map(r -> r.level() / 20))
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(all.stream().limit(12).map(r -> r.level() % 3))
        .containsExactly(2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0);
    for (int size = 1; size < 14; size++) {
      assertThat(pages(latest, size)).containsExactlyElementsOf(all);
    }
    assertThat(latest.page().items()).hasSize(4);
  }

  /** Whatever is sent at the same time, the answers are those of one after another. */
  @Test
  void answersTheSameAtTheSameTime() {
    List<Reading> months = threeMonths();
    for (int i = 0; i < 60; i++) {
      scores.create(Score.builder().game("go").player(id(i)).points(i * 7 % 20 - 10).build());
    }
    ExecutorService threads = Executors.newFixedThreadPool(16);
    MetersTable together = MetersTable.DEFAULT.withConcurrency(Concurrency.of(8, threads));
    ScoreRepository scoresTogether = new ScoreRepository(client, together);
    ReadingRepository readingsTogether = new ReadingRepository(client, together);
    try {
      Queries<Score> above = scoresTogether.above("go", -1000);
      List<Score> all = scores.above("go", -1000).stream().toList();
      assertThat(all).hasSize(60);
      assertThat(above.stream()).containsExactlyElementsOf(all);
      Optional<String> cursor = scores.above("go", -1000).pageSize(7).page().next();
      assertThat(above.pageSize(7).page().next()).isEqualTo(cursor);
      assertThat(above.pageSize(53).page(cursor.orElseThrow()).items())
          .isEqualTo(all.subList(7, 60));
      assertThat(scoresTogether.best("go").stream())
          .containsExactlyElementsOf(scores.best("go").stream().toList());
      assertThat(readingsTogether.history("m", months.get(0).at(), months.get(6).at()).stream())
          .containsExactlyElementsOf(months);
      List<Score> copies =
          IntStream.range(0, 130)
              .mapToObj(i -> Score.builder().game("chess").player(id(i)).points(i).build())
              .toList();
      scoresTogether.putAll(copies);
      List<Score.Key> keys = copies.stream().map(Score::key).toList();
      assertThat(scoresTogether.getAll(keys).values()).containsExactlyElementsOf(copies);
      scoresTogether.deleteAll(keys);
      assertThat(scores.getAll(keys)).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }
}
