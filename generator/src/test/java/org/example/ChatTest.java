package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.ItemFormatException;
import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.example.chat.ChatTable;
import org.example.chat.Comment;
import org.example.chat.CommentRepository;
import org.example.chat.Mood;
import org.example.chat.Reading;
import org.example.chat.ReadingRepository;
import org.example.chat.Room;
import org.example.chat.RoomRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items that others wrote, with values in the texts of keys alone, are read and written as such.
 */
class ChatTest {
  private static final Instant NOON = Instant.parse("2023-04-01T12:00:00.001Z");
  private static final Comment HELLO =
      Comment.builder()
          .userId("ann")
          .sentAt(NOON)
          .roomId("lobby")
          .mood(Mood.LOUD)
          .rank(-3)
          .topic("cats")
          .text("hello")
          .build();

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final ChatTable table = ChatTable.DEFAULT;
  private final CommentRepository comments = new CommentRepository(client, table);
  private final RoomRepository rooms = new RoomRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Map<String, AttributeValue> item(String... namesAndTexts) {
    Map<String, AttributeValue> item = new HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      item.put(namesAndTexts[i], AttributeValue.fromS(namesAndTexts[i + 1]));
    }
    return item;
  }

  /** As another program has written it. */
  private static Map<String, AttributeValue> hello() {
    return item(
        "PK", "User:ann",
        "SK", "2023-04-01T12:00:00.001Z",
        "GSI1PK", "Room:lobby",
        "GSI1SK", "loud#07",
        "GSI2PK", "Topic:cats",
        "Comment", "hello");
  }

  private void put(Map<String, AttributeValue> item) {
    client.putItem(p -> p.tableName(table.name()).item(item));
  }

  private Map<String, AttributeValue> stored(String pk, String sk) {
    return client.getItem(g -> g.tableName(table.name()).key(item("PK", pk, "SK", sk))).item();
  }

  @Test
  void readsWhatOthersWrote() {
    put(hello());

    assertThat(comments.get(HELLO.key())).contains(HELLO);
    assertThat(comments.byUser("ann", NOON, NOON.plusSeconds(1)).stream()).containsExactly(HELLO);
    assertThat(comments.inRoom("lobby", Mood.LOUD).stream()).containsExactly(HELLO);
    assertThat(comments.onTopic("cats").stream())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.userId()).isEqualTo("ann");
              assertThat(found.sentAt()).isEqualTo(NOON);
              assertThat(found.topic()).contains("cats");
            });
  }

  @Test
  void writesWhatOthersWouldHaveWritten() {
    comments.say(HELLO);
    assertThat(stored("User:ann", "2023-04-01T12:00:00.001Z")).isEqualTo(hello());

    Comment bare = HELLO.toBuilder().userId("bob").removeTopic().build();
    comments.put(bare);
    assertThat(stored("User:bob", "2023-04-01T12:00:00.001Z")).doesNotContainKey("GSI2PK");
    assertThat(comments.get(bare.key()).flatMap(Comment::topic)).isEmpty();
  }

  @Test
  void updatesWriteKeysAndNoCopies() {
    put(hello());
    Map<String, AttributeValue> expected = hello();

    Comment rated = comments.rate(HELLO.key(), Mood.CALM, 9, "hi", "other");
    expected.putAll(item("GSI1SK", "calm#19", "Comment", "hi"));
    assertThat(rated).isEqualTo(HELLO.toBuilder().mood(Mood.CALM).rank(9).text("hi").build());
    assertThat(stored("User:ann", "2023-04-01T12:00:00.001Z")).isEqualTo(expected);

    comments.setTopic(HELLO.key(), "dogs");
    comments.moveTo(HELLO.key(), "attic");
    expected.putAll(item("GSI2PK", "Topic:dogs", "GSI1PK", "Room:attic"));
    assertThat(stored("User:ann", "2023-04-01T12:00:00.001Z")).isEqualTo(expected);
    assertThatThrownBy(() -> comments.setTopic(HELLO.key(), "giraffes"))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(comments.dropTopic(HELLO.key()).topic()).isEmpty();
    expected.remove("GSI2PK");
    assertThat(stored("User:ann", "2023-04-01T12:00:00.001Z")).isEqualTo(expected);
  }

  @Test
  void builtInUpdatesWriteKeysAndNoCopies() {
    put(hello());

    comments.update(HELLO.key(), u -> u.moodAndRank(Mood.CALM, 0).topic("birds").roomId("hall"));
    Map<String, AttributeValue> expected = hello();
    expected.putAll(item("GSI1SK", "calm#10", "GSI2PK", "Topic:birds", "GSI1PK", "Room:hall"));
    assertThat(stored("User:ann", "2023-04-01T12:00:00.001Z")).isEqualTo(expected);

    assertThatThrownBy(() -> comments.update(HELLO.key(), u -> u.topic("giraffes")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> comments.update(HELLO.key(), u -> u.roomId("x".repeat(65))))
        .isInstanceOf(IllegalArgumentException.class);

    comments.update(HELLO.key(), u -> u.removeTopic());
    expected.remove("GSI2PK");
    assertThat(stored("User:ann", "2023-04-01T12:00:00.001Z")).isEqualTo(expected);
  }

  @Test
  void movesAndDeletes() {
    put(hello());

    Comment moved = comments.hand(HELLO, "bob");
    assertThat(stored("User:ann", "2023-04-01T12:00:00.001Z")).isEmpty();
    Map<String, AttributeValue> expected = hello();
    expected.putAll(item("PK", "User:bob"));
    assertThat(stored("User:bob", "2023-04-01T12:00:00.001Z")).isEqualTo(expected);
    comments.setTopic(moved.key(), "dogs");
    // What was read is compared by its keys.
    assertThatThrownBy(() -> comments.hand(moved, "cy")).isInstanceOf(RuntimeException.class);

    comments.takeBack(moved.key());
    assertThat(stored("User:bob", "2023-04-01T12:00:00.001Z")).isEmpty();
  }

  @Test
  void reportsKeysOfAnotherForm() {
    Map<String, String> wrong =
        Map.of("GSI1PK", "Hall:lobby", "GSI1SK", "loud#7", "GSI2PK", "Topic:");
    wrong.forEach(
        (name, text) -> {
          Map<String, AttributeValue> item = hello();
          item.putAll(item(name, text));
          put(item);
          ItemFormatException e =
              catchThrowableOfType(ItemFormatException.class, () -> comments.get(HELLO.key()));
          assertThat(e.attribute()).isEqualTo(name);
          assertThat(e.item()).isEqualTo(item);
          assertThat(e).hasMessageNotContaining(text);
        });
    Map<String, AttributeValue> item = hello();
    item.remove("GSI1PK");
    put(item);
    assertThatThrownBy(() -> comments.get(HELLO.key()))
        .isInstanceOf(ItemFormatException.class)
        .hasMessage("The attribute GSI1PK of a stored item is missing");
  }

  @Test
  void theTimeOfAWriteStandsInAKeyAlone() {
    Instant later = NOON.plusSeconds(5);
    rooms.openRoom(Room.builder().id("r").createdBy("ann").name("den").build());
    assertThat(stored("Room:r", "meta")).containsOnlyKeys("PK", "SK", "GSI1PK", "GSI1SK", "Name");
    RoomRepository clocked =
        new RoomRepository(client, table.withClock(Clock.fixed(later, ZoneOffset.UTC)));

    Room renamed = clocked.rename(new Room.Key("r"), "nest");
    assertThat(renamed.changedAt()).isEqualTo(later);
    assertThat(stored("Room:r", "meta").get("GSI1SK").s()).isEqualTo("At:2023-04-01T12:00:05.001Z");
    clocked.giveRoom(renamed.key(), "bob");
    clocked.update(renamed.key(), u -> u.name("cave"));
    assertThat(rooms.roomsOf("bob").stream())
        .containsExactly(renamed.toBuilder().createdBy("bob").name("cave").build());
    assertThat(stored("Room:r", "meta")).containsOnlyKeys("PK", "SK", "GSI1PK", "GSI1SK", "Name");
  }

  @Test
  void readsAllTypesAsTheyAreWritten() {
    ReadingRepository readings = new ReadingRepository(client, table);
    Reading reading =
        Reading.builder()
            .device(UUID.fromString("0b0e7c1e-58b5-4a39-a2b0-0d6f6d1a7c11"))
            .day(LocalDate.of(2023, 4, 1))
            .at(NOON)
            .level(-50)
            .exact(new BigDecimal("-12.50"))
            .isOn(true)
            .serial("01GWY5ZK00ABCDEFGHJKMNPQRS")
            .note("#!-{}")
            .month(4)
            .build();
    readings.put(reading);
    assertThat(
            stored(
                "Device:0b0e7c1e-58b5-4a39-a2b0-0d6f6d1a7c11",
                "2023-04-01#2023-04-01T12:00:00.001Z09500998750#true!01GWY5ZK00ABCDEFGHJKMNPQRS-2023-04-"
                    + "#!-{}"))
        .containsOnlyKeys("PK", "SK", "month");
    assertThat(readings.get(reading.key())).contains(reading);
    assertThat(readings.lastRead(reading.device(), reading.day()).stream())
        .containsExactly(reading);
  }
}
