package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.toolshed.Address;
import com.toolshed.Article;
import com.toolshed.ArticleConditionFailedException;
import com.toolshed.ArticleRepository;
import com.toolshed.ToolshedTable;
import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Calculations stay exact and in the range that the model declares. */
class ToolshedNumbersTest {
  private static final Address BERN =
      new Address("Main Street", "Bern", Optional.of("3000"), Optional.empty(), 2);

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

  private static void refuses(Supplier<Article> update) {
    assertThatThrownBy(update::get).isInstanceOf(ArticleConditionFailedException.class);
  }

  @Test
  void arithmeticStaysInTheRange() {
    Article.Key key = stored(article());

    assertThat(articles.take(key, 3).stock()).isEqualTo(7);
    refuses(() -> articles.take(key, 8));
    assertThat(articles.take(key, 7).stock()).isZero();
    assertThat(articles.restock(key, 1000).stock()).isEqualTo(1000);
    refuses(() -> articles.restock(key, 1));
    assertThat(articles.restock(key, -1000).stock()).isZero();
    refuses(() -> articles.restock(key, -1));
    refuses(() -> articles.restock(key, Integer.MAX_VALUE));
    refuses(() -> articles.restock(key, Integer.MIN_VALUE));
    assertThat(read(key).stock()).isZero();
  }

  @Test
  void aParameterIsInTheRangeOfEachAttributeItMeets() {
    Article.Key key = stored(article());

    assertThatThrownBy(() -> articles.take(key, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n is not 0 to 1000");
  }

  @Test
  void calculatesFromOtherAttributes() {
    Article.Key key = stored(article().reserved(4));

    assertThat(articles.available(key).total()).isEqualTo(14);
    assertThat(articles.recount(key).stock()).isEqualTo(496);
    assertThat(articles.free(key, 500).reserved()).isEqualTo(4);
    refuses(() -> articles.free(key, 495));
    refuses(() -> articles.free(key, 997));
    assertThat(articles.free(key, 996).reserved()).isEqualTo(500);
  }

  @Test
  void decimalsStayExactAndInTheRange() {
    Article.Key key = stored(article());

    assertThat(articles.book(key, new BigDecimal("0.1")).balance()).isEqualTo("10.10");
    assertThat(articles.book(key, new BigDecimal("-20")).balance()).isEqualTo("-9.90");
    refuses(() -> articles.book(key, new BigDecimal("-9990.10")));
    assertThat(articles.book(key, new BigDecimal("-9990.09")).balance()).isEqualTo("-9999.99");
    assertThatThrownBy(() -> articles.book(key, new BigDecimal("0.001")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> articles.book(key, new BigDecimal("1e999999")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thirtyEightDigitsAreNoOverflow() {
    Article.Key key = stored(article());
    BigDecimal most = new BigDecimal("9".repeat(36) + ".99");

    assertThat(articles.enter(key, most).ledger()).contains(most);
    refuses(() -> articles.enter(key, new BigDecimal("0.01")));
    assertThat(articles.enter(key, most.negate()).ledger()).contains(new BigDecimal("0.00"));
    assertThat(articles.enter(key, most.negate()).ledger()).contains(most.negate());
    refuses(() -> articles.enter(key, new BigDecimal("-0.01")));
  }

  @Test
  void whatIsAbsentCountsFromZero() {
    Article.Key key = stored(article());

    assertThat(articles.sell(key, 5).sold()).contains(5L);
    assertThat(articles.sell(key, 6).sold()).contains(11L);
    assertThat(read(key).total()).isEqualTo(2);
    refuses(() -> articles.sell(key, Long.MAX_VALUE));
    assertThatThrownBy(() -> articles.sell(key, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRequiredNumberThatIsAbsentFails() {
    Article.Key key = stored(article());
    client.updateItem(
        u ->
            u.tableName(table.name())
                .key(articles.requests().get(key).key())
                .updateExpression("REMOVE stock"));

    assertThatThrownBy(() -> articles.restock(key, 1))
        .isInstanceOf(ArticleConditionFailedException.class);
    assertThatThrownBy(() -> articles.available(key))
        .isInstanceOf(ArticleConditionFailedException.class);
  }

  @Test
  void numbersInsideOfStructsStayInTheirRange() {
    Article.Key key = stored(article().shipTo(BERN));

    Address visited = articles.visit(key, 7).shipTo().orElseThrow();
    assertThat(visited.visits()).contains(1);
    assertThat(visited.doors()).isEqualTo(9);
    refuses(() -> articles.visit(key, 1));
    for (int i = 2; i <= 9; i++) {
      assertThat(articles.visit(key, 0).shipTo().orElseThrow().visits()).contains(i);
    }
    refuses(() -> articles.visit(key, 0));
    refuses(() -> articles.visit(stored(article()), 0));
  }

  @Test
  void anIndexOnACalculatedNumberFollowsIt() {
    Article.Key key = stored(article());

    articles.restock(key, 5);
    List<Map<String, AttributeValue>> entries =
        client
            .query(
                q ->
                    q.tableName(table.name())
                        .indexName("byStock")
                        .keyConditionExpression("kind = :kind AND stock = :stock")
                        .expressionAttributeValues(
                            Map.of(
                                ":kind", AttributeValue.fromS("TOOL"),
                                ":stock", AttributeValue.fromN("15"))))
            .items();
    assertThat(entries).hasSize(1);
  }
}
