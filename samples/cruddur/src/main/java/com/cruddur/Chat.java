package com.cruddur;

import com.cruddur.messages.Author;
import com.cruddur.messages.Conversation;
import com.cruddur.messages.ConversationRepository;
import com.cruddur.messages.Message;
import com.cruddur.messages.MessageRepository;
import com.cruddur.messages.MessagesTable;
import com.cruddur.messages.support.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What the users of a messaging application do. */
public final class Chat {
  private final DynamoDbClient client;
  private final MessagesTable table;
  private final MessageRepository messages;
  private final ConversationRepository conversations;

  public Chat(DynamoDbClient client, MessagesTable table) {
    this.client = client;
    this.table = table;
    this.messages = new MessageRepository(client, table);
    this.conversations = new ConversationRepository(client, table);
  }

  /** A user's conversations since a time, the latest first. */
  public List<Conversation> inbox(UUID user, Instant since) {
    return conversations.inbox(user, since).stream().toList();
  }

  /** A page of a conversation, newest first; the cursor of the page before leads to the next. */
  public Page<Message> history(UUID group, Optional<String> cursor) {
    var newestFirst = messages.messages(group);
    return cursor.isPresent() ? newestFirst.page(cursor.get()) : newestFirst.page();
  }

  /** One message, by its uuid alone. */
  public Optional<Message> message(UUID id) {
    return messages.messageById(id);
  }

  /** Opens a conversation: both inbox rows and the first message, all or nothing. */
  public Message start(Author from, Author to, String text) {
    Instant now = now();
    UUID group = UUID.randomUUID();
    Conversation mine =
        Conversation.builder()
            .userId(from.userId())
            .groupId(group)
            .lastMessageAt(now)
            .preview(text)
            .with(to)
            .build();
    Conversation theirs = mine.toBuilder().userId(to.userId()).with(from).build();
    Message first = Message.builder().groupId(group).createdAt(now).text(text).author(from).build();
    conversations.startConversation(mine, theirs, first);
    return first;
  }

  /** Posts a message and moves both inbox rows to the top, all or nothing. */
  public Message reply(UUID group, Author from, String text) {
    Message message =
        Message.builder()
            .groupId(group)
            .createdAt(now())
            .id(UUID.randomUUID())
            .text(text)
            .author(from)
            .build();
    List<TransactWriteItem> all = new ArrayList<>();
    all.add(messages.requests().postAction(message));
    conversations.membersOf(group).stream()
        .forEach(
            row ->
                all.addAll(conversations.requests().bumpActions(row, message.createdAt(), text)));
    client.transactWriteItems(request -> request.transactItems(all));
    return message;
  }

  private Instant now() {
    return table.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
