package com.cruddur;

import com.cruddur.messages.Author;
import com.cruddur.messages.Conversation;
import com.cruddur.messages.Message;
import com.cruddur.messages.MessagesTable;
import com.cruddur.messages.support.Page;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Runs the application once, on DynamoDB Local in this process, and prints what happens. */
public final class Demo {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int MESSAGES_SHOWN = 5;

  private final PrintStream out;
  private final DynamoDbClient client;
  private final MessagesTable table = MessagesTable.DEFAULT;
  private final Chat chat;

  private Demo(PrintStream out, DynamoDbClient client) {
    this.out = out;
    this.client = client;
    this.chat = new Chat(client, table);
  }

  public static void main(String[] args) {
    try (DynamoDbClient client = LocalDynamoDb.start()) {
      new Demo(System.out, client).run();
    }
  }

  private void run() {
    createTable();
    int items = SampleItems.load(client, MessagesTable.DEFAULT.name(), table.name());
    out.printf(Locale.ROOT, "Loaded %d sample items%n", items);

    Author brown = SampleUsers.BROWN;
    Author bayko = SampleUsers.BAYKO;
    Conversation conversation = showInbox(brown).orElseThrow();
    showHistory(conversation);

    Message posted =
        chat.reply(
            conversation.groupId(), bayko, "One more thing: it runs on DynamoDB Local, too.");
    out.printf("%n%s posted a message, and both inbox rows moved up%n", bayko.displayName());
    showInbox(brown);

    Author worf = new Author(UUID.randomUUID(), "Worf", "worf");
    Message first = chat.start(worf, brown, "Today is a good day to model.");
    out.printf(
        "%n%s started a conversation: two inbox rows and a message, in one transaction%n",
        worf.displayName());
    showInbox(brown);

    out.printf("%nThe message %s, by its uuid alone:%n", posted.id());
    show(chat.message(posted.id()).orElseThrow());
    show(chat.message(first.id()).orElseThrow());
  }

  private void createTable() {
    client.createTable(table.createTableRequest());
    out.println("Tables: " + String.join(", ", client.listTables().tableNames()));
    TableDescription description = client.describeTable(t -> t.tableName(table.name())).table();
    out.printf(
        "  %s, key %s, indexes %s%n",
        description.tableStatus(),
        description.keySchema().stream().map(k -> k.attributeName() + " " + k.keyType()).toList(),
        description.globalSecondaryIndexes().stream().map(i -> i.indexName()).sorted().toList());
  }

  private Optional<Conversation> showInbox(Author user) {
    out.printf("%nInbox of %s%n", user.displayName());
    var inbox = chat.inbox(user.userId(), Instant.EPOCH);
    inbox.forEach(
        row ->
            out.printf(
                "  %s  %-14s %s%n",
                TIME.format(row.lastMessageAt()), row.with().displayName(), row.preview()));
    return inbox.stream().findFirst();
  }

  private void showHistory(Conversation conversation) {
    out.printf("%nConversation with %s, newest first%n", conversation.with().displayName());
    Optional<String> cursor = Optional.empty();
    int number = 0;
    do {
      Page<Message> page = chat.history(conversation.groupId(), cursor);
      number++;
      out.printf(Locale.ROOT, " page %d%n", number);
      page.items().stream().limit(MESSAGES_SHOWN).forEach(this::show);
      if (page.items().size() > MESSAGES_SHOWN) {
        out.printf(Locale.ROOT, "  … and %d more%n", page.items().size() - MESSAGES_SHOWN);
      }
      cursor = page.next();
    } while (cursor.isPresent());
    out.println("  the end");
  }

  private void show(Message message) {
    out.printf(
        "  %s  %-14s %s%n",
        TIME.format(message.createdAt()), message.author().displayName(), message.text());
  }
}
