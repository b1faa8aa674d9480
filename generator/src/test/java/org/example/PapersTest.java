package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.testing.LocalDynamoDb;
import java.util.function.UnaryOperator;
import org.example.papers.Paper;
import org.example.papers.PaperRepository;
import org.example.papers.PapersTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What DynamoDB takes for no key is refused before it is asked, without the value. */
class PapersTest {
  private static final int PARTITION_KEY = 2048;
  private static final int SORT_KEY = 1024;

  private static final String ONE_ITEM =
      "The members first and second are about one item; DynamoDB takes one action on an item";

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final PapersTable table = PapersTable.DEFAULT;
  private final PaperRepository papers = new PaperRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Paper paper(UnaryOperator<Paper.Builder> more) {
    Paper.Builder paper = Paper.builder().author("Ann").title("Keys").digest(bytes(20)).pages(8);
    return more.apply(paper).build();
  }

  private static SdkBytes bytes(int count) {
    return SdkBytes.fromByteArray(new byte[count]);
  }

  private void isRefused(Paper paper, String message) {
    assertThatThrownBy(() -> papers.add(paper))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(client.scan(s -> s.tableName(table.name())).count()).isZero();
  }

  @Test
  void asLongAsCanBe() {
    Paper longest =
        paper(
            b ->
                b.author("ü".repeat(PARTITION_KEY / 2))
                    .title("😀".repeat(SORT_KEY / 4))
                    .digest(bytes(PARTITION_KEY))
                    .topic("t".repeat(PARTITION_KEY)));

    papers.add(longest);

    assertThat(papers.get(longest.key())).contains(longest);
    assertThat(papers.byDigest(longest.digest(), "😀").stream()).containsExactly(longest);
  }

  @Test
  void aByteLonger() {
    isRefused(
        paper(b -> b.author("a" + "ü".repeat(PARTITION_KEY / 2))),
        "The key author has 2049 bytes, more than 2048");
    isRefused(
        paper(b -> b.title("t" + "😀".repeat(SORT_KEY / 4))),
        "The key title has 1025 bytes, more than 1024");
    isRefused(
        paper(b -> b.digest(bytes(PARTITION_KEY + 1))),
        "The key digest has 2049 bytes, more than 2048");
    isRefused(
        paper(b -> b.topic("t".repeat(PARTITION_KEY + 1))),
        "The key topic has 2049 bytes, more than 2048");
  }

  @Test
  void empty() {
    isRefused(paper(b -> b.author("")), "author is empty, and part of a key");
    isRefused(paper(b -> b.digest(bytes(0))), "digest is empty, and a key");
  }

  @Test
  void inUpdatesAndQueries() {
    Paper paper = papers.add(paper(b -> b));
    String topic = "t".repeat(PARTITION_KEY + 1);

    assertThatThrownBy(() -> papers.file(paper.key(), topic))
        .hasMessage("The key topic has 2049 bytes, more than 2048");
    assertThatThrownBy(() -> papers.update(paper.key(), u -> u.topic(topic)))
        .hasMessage("The key topic has 2049 bytes, more than 2048");
    assertThatThrownBy(() -> papers.replace(paper.key(), bytes(0), 1))
        .hasMessage("digest is empty, and a key");
    assertThatThrownBy(() -> papers.byDigest(bytes(PARTITION_KEY + 1), "K").first())
        .hasMessage("The key digest has 2049 bytes, more than 2048");
    assertThat(papers.get(paper.key())).contains(paper);
  }

  @Test
  void oneItemTwiceInATransaction() {
    Paper one = paper(b -> b);
    Paper same = paper(b -> b.pages(9));
    Paper other = paper(b -> b.title("Plans"));

    assertThatThrownBy(() -> papers.pair(one, same))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(ONE_ITEM);
    papers.pair(one, other);
    assertThatThrownBy(() -> papers.repage(one.key(), same, 3)).hasMessage(ONE_ITEM);
    assertThatThrownBy(() -> papers.both(one.key(), same.key()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Two gets of the transaction are of one item: first, second");

    assertThat(papers.both(one.key(), other.key()).second()).contains(other);
    assertThat(papers.get(one.key())).contains(one);
  }
}
