package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.toolshed.Address;
import com.toolshed.Article;
import com.toolshed.ArticleConditionFailedException;
import com.toolshed.ArticleRepository;
import com.toolshed.Line;
import com.toolshed.ToolshedTable;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Changes, paths and conditions of every kind, as DynamoDB carries them out. */
class ToolshedTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
  private static final Address BERN =
      new Address("Main Street", "Bern", Optional.of("3000"), Optional.empty(), 2);
  private static final Address BASEL =
      new Address("Side Street", "Basel", Optional.empty(), Optional.empty(), 3);

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final ToolshedTable table = ToolshedTable.DEFAULT;
  private final ArticleRepository articles = new ArticleRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Article.Builder article() {
    return Article.builder()
        .name("Hammer")
        .shelf(3)
        .place(14)
        .stock(10)
        .total(0)
        .balance(new BigDecimal("10.00"))
        .labels(Set.of())
        .sizes(Set.of())
        .lines(List.of())
        .scores(Map.of())
        .rooms(Map.of());
  }

  private Article.Key stored(Article.Builder article) {
    return articles.create(article).key();
  }

  private Article read(Article.Key key) {
    return articles.get(key).orElseThrow();
  }

  private static Map<String, Integer> scores(Article article) {
    return article.scores().orElseThrow();
  }

  private static Line line(String sku, int quantity) {
    return new Line(sku, quantity, Optional.of(new BigDecimal("9.50")));
  }

  private static void refuses(Supplier<Article> update) {
    assertThatThrownBy(update::get).isInstanceOf(ArticleConditionFailedException.class);
  }

  @Test
  void setsWhatIsAbsentOnly() {
    Article.Key key = stored(article());

    assertThat(articles.view(key, MONDAY).viewedAt()).contains(MONDAY);
    assertThat(articles.view(key, TUESDAY).viewedAt()).contains(MONDAY);
    assertThat(articles.shipAsBill(key, BERN).shipTo()).contains(BERN);
  }

  @Test
  void takesTheValueOfAnotherAttribute() {
    Article.Key bare = stored(article());
    Article.Key shipped = stored(article().shipTo(BERN));

    refuses(() -> articles.billAsShip(bare));
    assertThat(read(bare).verified()).isFalse();
    Article billed = articles.billAsShip(shipped);
    assertThat(billed.billTo()).contains(BERN);
    assertThat(billed.verified()).isTrue();
    assertThat(articles.shipAsBill(shipped, BASEL).shipTo()).contains(BERN);
  }

  @Test
  void setsGetAndLoseElements() {
    Article.Key key = stored(article());

    assertThat(articles.label(key, "new").labels()).containsExactly("new");
    Article labelled = articles.labelAll(key, Set.of("new", "heavy"));
    assertThat(labelled.labels()).containsExactlyInAnyOrder("new", "heavy");
    assertThat(labelled.sizes()).containsExactly(42);
    Article unlabelled = articles.unlabel(key, "new", Set.of(42, 43));
    assertThat(unlabelled.labels()).containsExactly("heavy");
    assertThat(unlabelled.sizes()).isEmpty();
    assertThat(articles.unlabel(key, "heavy", Set.of(1)).labels()).isEmpty();
    assertThatThrownBy(() -> articles.labelAll(key, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> articles.label(key, "x".repeat(21)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> articles.label(key, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void listsGrowAtBothEnds() {
    Article.Key key = stored(article());

    assertThat(articles.order(key, line("a", 1)).lines()).containsExactly(line("a", 1));
    Article ordered = articles.orderAll(key, List.of(line("b", 2), line("c", 3)));
    assertThat(ordered.lines()).containsExactly(line("a", 1), line("b", 2), line("c", 3));
    assertThat(ordered.history()).contains(List.of("ordered"));
    assertThat(articles.note(key, "packed").history()).contains(List.of("ordered", "packed"));
    Article again = articles.orderAll(key, List.of());
    assertThat(again.lines()).hasSize(3);
    assertThat(again.history()).contains(List.of("ordered", "ordered", "packed"));
    assertThatThrownBy(() -> articles.note(key, "")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pathsReachIntoStructs() {
    Article.Key bare = stored(article());
    Article.Key key = stored(article().shipTo(BERN));

    refuses(() -> articles.relocate(bare, "Basel", "4000"));
    assertThat(read(bare).shipTo()).isEmpty();
    Article before = articles.relocate(key, "Basel", "4000");
    assertThat(before.shipTo()).contains(BERN);
    assertThat(read(key).shipTo())
        .contains(new Address("Main Street", "Basel", Optional.of("4000"), Optional.empty(), 2));
    assertThatThrownBy(() -> articles.relocate(key, "", "4000"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pathsReachIntoLists() {
    Article.Key key = stored(article().lines(List.of(line("a", 1), line("b", 2))));

    assertThat(articles.correct(key, 5).lines().get(1).quantity()).isEqualTo(5);
    assertThat(articles.replaceLine(key, line("c", 7)).lines())
        .containsExactly(line("a", 1), line("c", 7));
    assertThat(articles.dropLine(key).lines()).containsExactly(line("c", 7));
    refuses(() -> articles.correct(key, 5));
    // DynamoDB would put it at the end.
    refuses(() -> articles.replaceLine(key, line("d", 1)));
    assertThat(read(key).lines()).containsExactly(line("c", 7));
    assertThat(articles.dropLine(key).lines()).isEmpty();
    assertThat(articles.dropLine(key).lines()).isEmpty();
  }

  @Test
  void pathsReachIntoMaps() {
    Article.Key bare = stored(article().removeScores());
    Article.Key key = stored(article().scores(Map.of("old-ones", 1)));

    assertThat(scores(articles.score(key, "a.b #c:d", 7)))
        .isEqualTo(Map.of("old-ones", 1, "a.b #c:d", 7));
    assertThat(scores(articles.raise(key, "math", 3))).containsEntry("math", 3);
    assertThat(scores(articles.raiseMath(key))).containsEntry("math", 4);
    refuses(() -> articles.raise(key, "math", 7));
    assertThatThrownBy(() -> articles.raise(key, "math", 11))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(scores(articles.forgetScore(key, "math")))
        .isEqualTo(Map.of("old-ones", 1, "a.b #c:d", 7));
    assertThat(scores(articles.forgetScore(key, "math"))).hasSize(2);
    refuses(() -> articles.score(bare, "math", 1));
  }

  @Test
  void aKeyOfAMapAddressesThatEntryOnly() {
    Article.Key key = stored(article().scores(Map.of("stock", 1)));

    Article scored = articles.score(key, "stock", 2);
    assertThat(scored.stock()).isEqualTo(10);
    assertThat(scores(scored)).isEqualTo(Map.of("stock", 2));
    for (String odd : List.of("a.b", "x[0]", "size", "#n", ":v", "}\"{", "constructor")) {
      assertThat(scores(articles.score(key, odd, 3))).containsEntry(odd, 3);
    }
    assertThatThrownBy(() -> articles.score(key, "", 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> articles.score(key, null, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void removesInsideOfAttributes() {
    Article.Key key =
        stored(
            article()
                .shipTo(BERN)
                .lines(List.of(line("a", 1)))
                .scores(Map.of("old-ones", 1, "math", 2)));

    articles.forget(key);
    Article after = read(key);
    assertThat(after.shipTo().orElseThrow().zip()).isEmpty();
    assertThat(after.lines().get(0).price()).isEmpty();
    assertThat(scores(after)).isEqualTo(Map.of("math", 2));
  }

  @Test
  void changesInsideOfEntries() {
    Article.Key key = stored(article().rooms(Map.of("hall", BERN)));

    assertThat(articles.furnish(key, "hall", "Basel").rooms().get("hall").city())
        .isEqualTo("Basel");
    refuses(() -> articles.furnish(key, "cellar", "Basel"));
  }

  @Test
  void comparesAttributesWithEachOther() {
    Article.Key key = stored(article().reserved(10).ceiling(11));

    assertThat(articles.within(key, "A").name()).isEqualTo("A");
    assertThat(articles.between(key, "B").name()).isEqualTo("B");
    articles.restock(key, 1);
    refuses(() -> articles.within(key, "C"));
    assertThat(articles.between(key, "C").name()).isEqualTo("C");
    articles.restock(key, 1);
    refuses(() -> articles.between(key, "D"));
  }

  @Test
  void sizesOfCollectionsAndBytes() {
    Article.Key key =
        stored(
            article()
                .lines(List.of(line("a", 1), line("b", 1)))
                .labels(Set.of("x"))
                .photo(SdkBytes.fromByteArray(new byte[10])));

    assertThat(articles.full(key, "A", 1).name()).isEqualTo("A");
    refuses(() -> articles.full(key, "B", 2));
    articles.update(key, u -> u.photo(SdkBytes.fromByteArray(new byte[11])));
    refuses(() -> articles.full(key, "B", 1));
  }

  @Test
  void conditionsReachIntoAttributes() {
    Article.Key key =
        stored(
            article()
                .shipTo(BERN)
                .billTo(BERN)
                .lines(List.of(line("a", 4), line("b", 4)))
                .labels(Set.of("new"))
                .history(List.of("ordered", "packed"))
                .scores(Map.of("math", 6)));

    assertThat(articles.as(key, "A", "Be").name()).isEqualTo("A");
    refuses(() -> articles.as(key, "B", "Ba"));
    assertThat(articles.tagged(key, "C", "new").name()).isEqualTo("C");
    refuses(() -> articles.tagged(key, "D", "ne"));
    assertThat(articles.inCity(key, "E", List.of("Basel", "Bern"), "art").name()).isEqualTo("E");
    refuses(() -> articles.inCity(key, "F", List.of("Basel", "Bern"), "math"));
    assertThat(articles.same(key, "G").name()).isEqualTo("G");
    articles.correct(key, 5);
    refuses(() -> articles.same(key, "H"));
  }

  @Test
  void returnsWhatTheModelSays() {
    Article first = article().build(MONDAY);

    assertThat(articles.swap(first)).isEmpty();
    assertThat(articles.swap(first.toBuilder().stock(9).build())).contains(first);
    articles.place(first.toBuilder().stock(0).build());
    assertThatThrownBy(() -> articles.drop(stored(article())))
        .isInstanceOf(ArticleConditionFailedException.class);
    articles.drop(first.key());
    assertThat(articles.get(first.key())).isEqualTo(Optional.empty());
  }

  @Test
  void changesInATransaction() {
    Article.Key from = stored(article().rooms(Map.of("hall", BERN)));
    Article.Key into = stored(article().stock(998));

    articles.transfer(from, into, 2, "hall");
    assertThat(read(from).stock()).isEqualTo(8);
    assertThat(read(from).rooms().get("hall").doors()).isEqualTo(1);
    assertThat(read(into).stock()).isEqualTo(1000);
    assertThatThrownBy(() -> articles.transfer(from, into, 1, "hall"))
        .isInstanceOf(TransactionFailedException.class);
    assertThat(read(from).stock()).isEqualTo(8);
  }
}
