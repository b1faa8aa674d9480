package dev.keyplan.rollout;

import static dev.keyplan.rollout.Releases.changed;
import static dev.keyplan.rollout.Releases.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.ConditionFailedException;
import dev.keyplan.support.Queries;
import dev.keyplan.support.UniqueValueTakenException;
import dev.keyplan.testing.JavaValues;
import dev.keyplan.testing.LocalDynamoDb;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.dynamodb.services.local.shared.exceptions.LocalDBAccessException;

/** Indexes and the times of expiry come and go while both releases run. */
class IndexesTest {
  private static final String MODEL =
      """
      table Notes "notes" {
        key   pk / sk
        index byText textpk / sk
        index byId   idpk / idsk
      }

      entity Note in Notes {
        key "BOX#{box}" / "NOTE#{id}"
        box  : string(1..20)
        id   : int(1..999)
        text : string(1..200)
        city "town" : string(1..50)
        endsAt : epoch(s)?
      }

      pattern notes { query Note where box }
      """;

  /** A text that is made for an index alone. */
  private static final String WITH_TEXTS =
      changed(MODEL, "NOTE#{id}\"", "NOTE#{id}\"\n  index byText = \"TEXT#{text}\"")
          + """
          pattern withText { query Note where text }
          pattern reindex  { update Note set text if text = :text }
          """;

  /** Texts that are made of the primary key. */
  private static final String WITH_IDS =
      changed(MODEL, "NOTE#{id}\"", "NOTE#{id}\"\n  index byId = \"ID#{id}\" / box")
          + """
          pattern withId { query Note where id }
          pattern again  { move Note set id = :to }
          """;

  private static final Map<String, Object> KEY = Map.of("box", "a", "id", 1);
  private static final Map<String, Object> NOTE =
      Map.of("box", "a", "id", 1, "text", "one", "city", "Bern");

  private final Releases releases = new Releases();
  private final Release older = releases.of(MODEL);

  IndexesTest() {
    // An index is there before the code that reads it.
    older.createTable("NotesTable");
  }

  @AfterEach
  void stop() {
    releases.close();
  }

  @Test
  void indexOfTextsIsAdded() {
    Release newer = releases.of(WITH_TEXTS);
    older.create("Note", NOTE);

    // It has what the newer code writes.
    assertThat(newer.list("Note", "withText", "one")).isEmpty();
    newer.call("Note", "reindex", KEY, "one");
    assertThat(newer.list("Note", "withText", "one")).containsExactly(NOTE);

    // The older code changes what the text is made of, and not the text.
    older.update("Note", KEY, Map.of("text", "two"));
    assertThat(newer.list("Note", "withText", "one")).containsExactly(with(NOTE, "text", "two"));
    assertThatThrownBy(() -> newer.call("Note", "reindex", KEY, "one"))
        .isInstanceOf(ConditionFailedException.class);
    newer.call("Note", "reindex", KEY, "two");
    assertThat(newer.list("Note", "withText", "one")).isEmpty();
    assertThat(newer.list("Note", "withText", "two")).containsExactly(with(NOTE, "text", "two"));

    // A put of the older code takes the item out of the index again.
    older.call("Note", "put", older.built("Note", NOTE));
    assertThat(newer.list("Note", "withText", "one")).isEmpty();
  }

  /** What is made of the primary key alone no update writes, but a move to where it is. */
  @Test
  void indexOfKeyTextsIsAdded() {
    Release newer = releases.of(WITH_IDS);
    older.create("Note", NOTE);
    assertThat(newer.list("Note", "withId", 1)).isEmpty();

    Object read = newer.read("Note", KEY);
    older.update("Note", KEY, Map.of("text", "two"));
    assertThatThrownBy(() -> newer.call("Note", "again", read, 1))
        .isInstanceOf(ConditionFailedException.class);
    newer.call("Note", "again", newer.read("Note", KEY), 1);

    assertThat(newer.list("Note", "withId", 1)).containsExactly(with(NOTE, "text", "two"));
    newer.call("Note", "put", newer.read("Note", KEY));
    assertThat(newer.list("Note", "withId", 1)).containsExactly(with(NOTE, "text", "two"));
  }

  /** DynamoDB itself fills the index with what is stored. */
  @Test
  @Timeout(60)
  void indexOfAttributesIsAdded() {
    Release newer =
        releases.of(
            changed(
                    changed(MODEL, "NOTE#{id}\"", "NOTE#{id}\"\n  index byCity"),
                    "index byText",
                    "index byCity town / sk  index byText")
                + "pattern inCity { query Note where city }");
    older.create("Note", NOTE);
    addIndexByCity();
    assertThat(newer.list("Note", "inCity", "Bern")).containsExactly(NOTE);

    older.update("Note", KEY, Map.of("city", "Basel"));
    assertThat(newer.list("Note", "inCity", "Bern")).isEmpty();
    assertThat(newer.list("Note", "inCity", "Basel")).hasSize(1);
  }

  private void addIndexByCity() {
    DynamoDbClient client = releases.client();
    String request =
        """
        {
          "TableName": "notes",
          "AttributeDefinitions": [
            { "AttributeName": "town", "AttributeType": "S" },
            { "AttributeName": "sk", "AttributeType": "S" }
          ],
          "GlobalSecondaryIndexUpdates": [
            {
              "Create": {
                "IndexName": "byCity",
                "KeySchema": [
                  { "AttributeName": "town", "KeyType": "HASH" },
                  { "AttributeName": "sk", "KeyType": "RANGE" }
                ],
                "Projection": { "ProjectionType": "ALL" }
              }
            }
          ]
        }
        """;
    client.updateTable(LocalDynamoDb.fill(UpdateTableRequest.builder(), request).build());
    while (!isActive(client)) {
      Thread.onSpinWait();
    }
  }

  private static boolean isActive(DynamoDbClient client) {
    try {
      return client
          .describeTable(d -> d.tableName("notes"))
          .table()
          .globalSecondaryIndexes()
          .stream()
          .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
    } catch (LocalDBAccessException e) {
      // DynamoDB Local counts the entries of an index before its database knows of it.
      return false;
    }
  }

  /** The same the other way round: older code still reads it. */
  @Test
  void indexIsRemovedInTwoSteps() {
    Release reading = releases.of(WITH_TEXTS);
    Release writing =
        releases.of(changed(WITH_TEXTS, "pattern withText { query Note where text }\n", ""));
    writing.create("Note", NOTE);
    assertThat(reading.list("Note", "withText", "one")).containsExactly(NOTE);

    older.update("Note", KEY, Map.of("text", "two"));
    assertThat(reading.list("Note", "withText", "two")).isEmpty();
  }

  @Test
  void numberOfShardsStays() {
    String sharded =
        """
        table Votes "votes" { key pk / sk }
        entity Vote in Votes {
          key "POLL#{poll}#{voter:shard(4)}" / "VOTE#{voter}"
          poll  : string(1..9)
          voter : string(1..9)
        }
        pattern votes { query Vote where poll }
        """;
    Release four = releases.of(sharded);
    Release eight = releases.of(changed(sharded, "shard(4)", "shard(8)"));
    four.createTable("VotesTable");
    for (int i = 0; i < 40; i++) {
      four.create("Vote", Map.of("poll", "a", "voter", "v" + i));
    }

    assertThat(merged(four, "votes", "a")).isEqualTo(40);
    long found = 0;
    for (int i = 0; i < 40; i++) {
      found += eight.get("Vote", Map.of("poll", "a", "voter", "v" + i)).stream().count();
    }
    assertThat(found).isBetween(1L, 39L);
  }

  private static long merged(Release release, String pattern, Object argument) {
    return ((Queries<?>) release.call("Vote", pattern, argument))
        .stream().map(JavaValues::components).distinct().count();
  }

  /** Older code still sees what the newer one leaves out. */
  @Test
  void expiryIsAdded() {
    Release newer = releases.of(changed(MODEL, "key   pk / sk", "key   pk / sk\n  ttl   endsAt"));
    Map<String, Object> ended = with(NOTE, "endsAt", Release.NOW.minusSeconds(1));
    older.create("Note", with(NOTE, "id", 2));
    older.create("Note", ended);

    assertThat(newer.list("Note", "notes", "a")).containsExactly(with(NOTE, "id", 2));
    assertThat(newer.get("Note", KEY)).isEmpty();
    assertThat(older.list("Note", "notes", "a")).hasSize(2);
    assertThat(older.get("Note", KEY)).contains(ended);
    assertThat(newer.list("Note", "notes", "b")).isEmpty();
  }

  /** A guard without the time stays when its item is deleted, unless that is written anew. */
  @Test
  void expiryIsAddedToWhatIsUnique() {
    String unique = changed(MODEL, "NOTE#{id}\"", "NOTE#{id}\"\n  unique text");
    Release before = releases.of(unique);
    Release newer =
        releases.of(
            changed(unique, "key   pk / sk", "key   pk / sk\n  ttl   endsAt")
                + """
                pattern any   { get Note where box and id with expired }
                pattern again { move Note set id = :to }
                """);
    Map<String, Object> ended = with(NOTE, "endsAt", Release.NOW.minusSeconds(1));
    Map<String, Object> other = with(with(ended, "id", 2), "text", "two");
    before.create("Note", ended);
    before.create("Note", other);
    newer.call("Note", "again", ((Optional<?>) newer.call("Note", "any", "a", 1)).get(), 1);
    expire("NOTE#1");
    expire("NOTE#2");

    newer.create("Note", with(NOTE, "id", 3));
    assertThat(newer.get("Note", Map.of("box", "a", "id", 3))).isPresent();
    Map<String, Object> second = with(with(NOTE, "id", 4), "text", "two");
    assertThatThrownBy(() -> newer.create("Note", second))
        .isInstanceOf(UniqueValueTakenException.class);
  }

  /** As DynamoDB does, which leaves what has no time. */
  private void expire(String sk) {
    Map<String, AttributeValue> key =
        Map.of("pk", AttributeValue.fromS("BOX#a"), "sk", AttributeValue.fromS(sk));
    releases.client().deleteItem(d -> d.tableName("notes").key(key));
  }
}
