package com.cruddur;

import static com.cruddur.SampleUsers.BAYKO;
import static com.cruddur.SampleUsers.BROWN;
import static com.cruddur.SampleUsers.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.Author;
import com.cruddur.messages.Conversation;
import com.cruddur.messages.Message;
import com.cruddur.messages.MessagesTable;
import com.cruddur.messages.support.CursorException;
import com.cruddur.messages.support.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** The access patterns A to E of the application, on DynamoDB Local with the sample data. */
@ExtendWith(LocalDynamoDb.class)
class ChatTest {
  private final MessagesTable table = MessagesTable.named("messages-" + UUID.randomUUID());
  private final DynamoDbClient client;
  private final Chat chat;

  ChatTest(DynamoDbClient client) {
    this.client = client;
    this.chat = new Chat(client, table);
  }

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
    SampleItems.load(client, MessagesTable.DEFAULT.name(), table.name());
  }

  @Test
  void createsTheTableOfTheModel() {
    TableDescription description = client.describeTable(t -> t.tableName(table.name())).table();
    assertThat(description.tableStatus()).isEqualTo(TableStatus.ACTIVE);
    assertThat(description.keySchema().stream().map(k -> k.attributeName() + " " + k.keyType()))
        .containsExactly("pk HASH", "sk RANGE");
    assertThat(description.attributeDefinitions())
        .allMatch(definition -> definition.attributeType() == ScalarAttributeType.S);
    assertThat(description.globalSecondaryIndexes().stream().map(i -> i.indexName()))
        .containsExactlyInAnyOrder("message-group-sk-index", "message-uuid-index");
    assertThat(description.provisionedThroughput().readCapacityUnits()).isEqualTo(5);
    assertThat(description.provisionedThroughput().writeCapacityUnits()).isEqualTo(5);
    assertThat(client.listTables().tableNames()).contains(table.name());
  }

  @Test
  void showsAConversationNewestFirstPageByPage() {
    List<Message> all = new ArrayList<>();
    Page<Message> page = chat.history(CONVERSATION, Optional.empty());
    assertThat(page.items()).hasSize(20);
    all.addAll(page.items());
    while (page.next().isPresent()) {
      page = chat.history(CONVERSATION, page.next());
      all.addAll(page.items());
    }
    assertThat(all).hasSizeGreaterThan(36).doesNotHaveDuplicates();
    assertThat(all).isSortedAccordingTo(Comparator.comparing(Message::createdAt).reversed());
    assertThat(all).allMatch(message -> message.groupId().equals(CONVERSATION));
  }

  @Test
  void refusesTheCursorOfAnotherConversation() {
    Optional<String> cursor = chat.history(CONVERSATION, Optional.empty()).next();
    assertThatThrownBy(() -> chat.history(UUID.randomUUID(), cursor))
        .isInstanceOf(CursorException.class);
  }

  @Test
  void listsAnInboxSinceATimeLatestFirst() {
    Conversation known = chat.inbox(BROWN.userId(), Instant.EPOCH).get(0);
    chat.start(BROWN, new Author(UUID.randomUUID(), "Worf", "worf"), "Today is a good day.");
    assertThat(chat.inbox(BROWN.userId(), Instant.EPOCH))
        .hasSize(2)
        .isSortedAccordingTo(Comparator.comparing(Conversation::lastMessageAt).reversed());
    assertThat(chat.inbox(BROWN.userId(), known.lastMessageAt())).contains(known);
    assertThat(chat.inbox(BROWN.userId(), known.lastMessageAt().plusMillis(1)))
        .doesNotContain(known);
  }

  @Test
  void startsAConversationForBothMembers() {
    Author worf = new Author(UUID.randomUUID(), "Worf", "worf");
    Message first = chat.start(worf, BROWN, "Today is a good day.");
    assertThat(chat.inbox(worf.userId(), Instant.EPOCH))
        .singleElement()
        .satisfies(row -> assertThat(row.with()).isEqualTo(BROWN))
        .satisfies(row -> assertThat(row.groupId()).isEqualTo(first.groupId()));
    assertThat(chat.inbox(BROWN.userId(), Instant.EPOCH).get(0).with()).isEqualTo(worf);
    assertThat(chat.history(first.groupId(), Optional.empty()).items()).containsExactly(first);
  }

  @Test
  void postsAMessageAndMovesBothInboxRowsUp() {
    Message posted = chat.reply(CONVERSATION, BAYKO, "See you there.");
    assertThat(chat.history(CONVERSATION, Optional.empty()).items().get(0)).isEqualTo(posted);
    for (Author member : List.of(BROWN, BAYKO)) {
      assertThat(chat.inbox(member.userId(), Instant.EPOCH))
          .singleElement()
          .satisfies(row -> assertThat(row.preview()).isEqualTo("See you there."))
          .satisfies(row -> assertThat(row.lastMessageAt()).isEqualTo(posted.createdAt()));
    }
  }

  @Test
  void findsOneMessageByItsUuid() {
    Message posted = chat.reply(CONVERSATION, BROWN, "Find me.");
    assertThat(chat.message(posted.id())).contains(posted);
    assertThat(chat.message(UUID.randomUUID())).isEmpty();
  }
}
