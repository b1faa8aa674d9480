package com.cruddur;

import com.cruddur.messages.Author;
import com.cruddur.messages.Conversation;
import com.cruddur.messages.ConversationRepository;
import com.cruddur.messages.Message;
import com.cruddur.messages.MessageRepository;
import com.cruddur.messages.MessagesTable;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An empty table with repositories, and things to put in. */
final class CruddurFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456789Z");
  static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
  static final Author ANN = new Author(UUID.randomUUID(), "Ann", "ann");
  static final Author BOB = new Author(UUID.randomUUID(), "Bob \uD83D\uDE00", "bob");

  final DynamoDbClient client = LocalDynamoDb.start();
  final MessagesTable table =
      MessagesTable.named("messages-test").withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  final MessageRepository messages = new MessageRepository(client, table);
  final ConversationRepository conversations = new ConversationRepository(client, table);
  final UUID group = UUID.randomUUID();

  CruddurFixture() {
    client.createTable(table.createTableRequest());
  }

  /** A message half a second after the one before. */
  Message message(int number) {
    return message(group, number);
  }

  static Message message(UUID group, int number) {
    return Message.builder()
        .groupId(group)
        .createdAt(T0.plusMillis(number * 500L))
        .text("m" + number)
        .author(ANN)
        .build();
  }

  List<Message> messages(int count) {
    return IntStream.range(0, count).mapToObj(this::message).toList();
  }

  /** Ann's row of the conversation. */
  Conversation mine() {
    return Conversation.builder()
        .userId(ANN.userId())
        .groupId(group)
        .lastMessageAt(T0)
        .preview("hi")
        .with(BOB)
        .build();
  }

  /** Bob's row of the conversation. */
  Conversation theirs() {
    return mine().toBuilder().userId(BOB.userId()).with(ANN).build();
  }

  @Override
  public void close() {
    client.close();
  }
}
