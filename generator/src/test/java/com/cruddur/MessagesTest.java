package com.cruddur;

import static com.cruddur.CruddurFixture.ANN;
import static com.cruddur.CruddurFixture.NOW;
import static com.cruddur.CruddurFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cruddur.messages.Message;
import com.cruddur.messages.MessageConditionFailedException;
import com.cruddur.messages.MessageRepository;
import com.cruddur.support.CursorException;
import com.cruddur.support.Cursors;
import com.cruddur.support.ItemFormatException;
import com.cruddur.support.NotUniqueResultException;
import com.cruddur.support.Page;
import com.cruddur.support.Query;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MessagesTest {
  private final CruddurFixture cruddur = new CruddurFixture();
  private final MessageRepository messages = cruddur.messages;

  @AfterEach
  void stop() {
    cruddur.close();
  }

  @Test
  void storesWhatTheModelSays() {
    UUID group = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    Message message = message(group, 1);

    Map<String, AttributeValue> item = messages.requests().post(message).item();

    assertThat(item.keySet())
        .containsExactlyInAnyOrder(
            "pk", "sk", "_type", "groupId", "createdAt", "message_uuid", "message", "author");
    assertThat(item.get("pk").s()).isEqualTo("MSG#00000000-0000-0000-0000-00000000000a");
    assertThat(item.get("sk").s()).isEqualTo("2026-11-22T10:00:00.500Z#" + message.id());
    assertThat(item.get("_type").s()).isEqualTo("Message");
    assertThat(item.get("author").m().get("handle").s()).isEqualTo("ann");
  }

  @Test
  void pagesNewestFirst() {
    List<Message> all = cruddur.messages(45);
    messages.putAll(all);
    messages.post(message(UUID.randomUUID(), 1));

    List<Integer> sizes = new ArrayList<>();
    List<Message> read = new ArrayList<>();
    Page<Message> page = messages.messages(cruddur.group).page();
    sizes.add(page.items().size());
    read.addAll(page.items());
    while (page.next().isPresent()) {
      page = messages.messages(cruddur.group).page(page.next().get());
      sizes.add(page.items().size());
      read.addAll(page.items());
    }

    List<Message> newestFirst = new ArrayList<>(all);
    Collections.reverse(newestFirst);
    assertThat(sizes).containsExactly(20, 20, 5);
    assertThat(read).isEqualTo(newestFirst);
    assertThat(messages.messages(cruddur.group).pageSize(7).stream()).isEqualTo(newestFirst);
    assertThat(messages.messages(cruddur.group).first()).contains(all.get(44));
    assertThat(messages.messages(UUID.randomUUID()).first()).isEmpty();
  }

  @Test
  void limitsResultsOverAllPages() {
    messages.putAll(cruddur.messages(12));
    Query<Message> seven = messages.messages(cruddur.group).pageSize(3).limit(7);

    List<String> texts = new ArrayList<>();
    Page<Message> page = seven.page();
    page.items().forEach(message -> texts.add(message.text()));
    while (page.next().isPresent()) {
      page = seven.page(page.next().get());
      page.items().forEach(message -> texts.add(message.text()));
    }

    assertThat(texts).containsExactly("m11", "m10", "m9", "m8", "m7", "m6", "m5");
    assertThat(seven.stream().map(Message::text)).isEqualTo(texts);
    assertThat(seven.request().limit()).isEqualTo(3);
    assertThat(seven.limit(100).limit(2).request().limit()).isEqualTo(2);
  }

  @Test
  void sendsNothingBeforeItIsAsked() {
    assertThat(
            new MessageRepository(cruddur.client, cruddur.table.withName("no-such-table"))
                .messages(cruddur.group).stream())
        .isNotNull();
  }

  @Test
  void refusesCursorsFromElsewhere() {
    UUID other = UUID.randomUUID();
    messages.putAll(cruddur.messages(3));
    messages.putAll(List.of(message(other, 1), message(other, 2)));
    Query<Message> query = messages.messages(cruddur.group).pageSize(1);
    String cursor = query.page().next().orElseThrow();

    assertThat(query.page().next()).contains(cursor);
    assertThat(query.pageSize(5).page(cursor).items())
        .extracting(Message::text)
        .containsExactly("m1", "m0");
    assertRefused(messages.messages(other), cursor);
    assertRefused(query.limit(2), cursor);
    assertThatThrownBy(() -> cruddur.conversations.membersOf(cruddur.group).page(cursor))
        .isInstanceOf(CursorException.class);
    assertRefused(
        new MessageRepository(
                cruddur.client, cruddur.table.withCursors(Cursors.sealed(new byte[16])))
            .messages(cruddur.group),
        cursor);
    assertRefused(
        new MessageRepository(cruddur.client, cruddur.table.withName("other"))
            .messages(cruddur.group),
        cursor);
    for (int i = 0; i < cursor.length(); i += 7) {
      char changed = cursor.charAt(i) == 'A' ? 'B' : 'A';
      assertRefused(query, cursor.substring(0, i) + changed + cursor.substring(i + 1));
    }
    for (String garbage : new String[] {"", "A", "!!", "AQ", cursor + "A", cursor.substring(4)}) {
      assertRefused(query, garbage);
    }
    assertRefused(query, null);
  }

  private static void assertRefused(Query<Message> query, String cursor) {
    assertThatThrownBy(() -> query.page(cursor)).isInstanceOf(CursorException.class);
  }

  @Test
  void refusesASecondPost() {
    Message message = cruddur.message(0);
    messages.post(message);

    MessageConditionFailedException failure =
        catchThrowableOfType(
            MessageConditionFailedException.class,
            () -> messages.post(message.toBuilder().text("again").build()));

    assertThat(failure.found()).contains(message);
    assertThat(failure)
        .hasMessage("Message.post demands that no item has the key; it found an item");
  }

  @Test
  void takesTheTimeFromTheTablesClock() {
    Message.Builder draft = Message.builder().groupId(cruddur.group).text("now").author(ANN);

    Message posted = messages.post(draft);
    Message another = messages.post(draft);

    assertThat(posted.createdAt()).isEqualTo(NOW.truncatedTo(ChronoUnit.MILLIS));
    assertThat(another.id()).isNotEqualTo(posted.id());
    assertThat(messages.get(posted.key())).contains(posted);
    assertThatThrownBy(draft::build).hasMessage("createdAt is missing");
  }

  @Test
  void refusesWhatTheModelDoesNotAllow() {
    Message.Builder builder = cruddur.message(0).toBuilder();

    assertThatThrownBy(() -> builder.text("").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text has 0 characters, not 1 to 1024");
    assertThatThrownBy(() -> builder.text("x".repeat(1025)).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(builder.text("\uD83D\uDE00".repeat(1024)).build().text()).hasSize(2048);
    assertThatThrownBy(() -> builder.text("\uD83D").build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.text(null).build()).hasMessage("text is missing");
    assertThatThrownBy(() -> builder.text("x").createdAt(NOW).build())
        .hasMessageContaining("createdAt is finer than");
    assertThatThrownBy(() -> messages.messages(null)).hasMessage("groupId is missing");
  }

  @Test
  void getsOneByItsIdAloneAndOnlyOne() {
    Message message = messages.post(cruddur.message(0));

    assertThat(messages.messageById(message.id())).contains(message);
    assertThat(messages.messageById(UUID.randomUUID())).isEmpty();

    messages.post(message.toBuilder().createdAt(message.createdAt().plusSeconds(1)).build());
    assertThatThrownBy(() -> messages.messageById(message.id()))
        .isInstanceOf(NotUniqueResultException.class);
  }

  @Test
  void updatesWhatIsNamed() {
    Message message = messages.post(cruddur.message(0));

    Message updated = messages.update(message.key(), u -> u.text("edited"));

    assertThat(updated).isEqualTo(message.toBuilder().text("edited").build());
    assertThat(messages.get(message.key())).contains(updated);
    assertThat(messages.update(message.key(), u -> {})).isEqualTo(updated);
    assertThatThrownBy(() -> messages.update(message.key(), u -> u.text("")))
        .isInstanceOf(IllegalArgumentException.class);
    MessageConditionFailedException failure =
        catchThrowableOfType(
            MessageConditionFailedException.class,
            () -> messages.update(cruddur.message(7).key(), u -> u.text("x")));
    assertThat(failure.found()).isEmpty();
    assertThat(messages.get(cruddur.message(7).key())).isEmpty();
  }

  @Test
  void deletesAndReturnsWhatWasThere() {
    Message message = messages.post(cruddur.message(0));

    assertThat(messages.delete(message.key())).contains(message);
    assertThat(messages.delete(message.key())).isEmpty();
    assertThat(messages.get(message.key())).isEmpty();
  }

  @Test
  void readsAndWritesManyAtOnce() {
    List<Message> all = cruddur.messages(130);
    messages.putAll(all);
    List<Message.Key> keys = new ArrayList<>();
    all.forEach(message -> keys.add(message.key()));
    Collections.reverse(keys);
    keys.add(50, cruddur.message(999).key());
    keys.add(keys.get(3));

    Map<Message.Key, Message> found = messages.getAll(keys);

    List<Message> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    assertThat(found.values()).containsExactlyElementsOf(reversed);
    assertThat(found).doesNotContainKey(cruddur.message(999).key());
    assertThat(messages.getAll(List.of())).isEmpty();
    assertThatThrownBy(() -> messages.putAll(List.of(all.get(0), all.get(0))))
        .isInstanceOf(IllegalArgumentException.class);
    messages.deleteAll(keys);
    assertThat(messages.messages(cruddur.group).first()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAStoredItemAndTellsNoSecrets() {
    Message message = messages.post(cruddur.message(0));
    Map<String, AttributeValue> item = new HashMap<>(messages.requests().post(message).item());
    Map<String, AttributeValue> author = new HashMap<>(item.get("author").m());
    author.put("user_uuid", AttributeValue.fromS("secret"));
    item.put("author", AttributeValue.fromM(author));
    cruddur.client.putItem(p -> p.tableName(cruddur.table.name()).item(item));

    ItemFormatException failure =
        catchThrowableOfType(ItemFormatException.class, () -> messages.get(message.key()));

    assertThat(failure.attribute()).isEqualTo("author.user_uuid");
    assertThat(failure.item().get("message_uuid").s()).isEqualTo(message.id().toString());
    assertThat(failure).hasStackTraceContaining("author.user_uuid");
    assertThat(failure.toString()).doesNotContain("secret");
    assertThat(failure.getCause()).isNull();
    MessageConditionFailedException second =
        catchThrowableOfType(MessageConditionFailedException.class, () -> messages.post(message));
    assertThatThrownBy(second::found).isInstanceOf(ItemFormatException.class);

    item.put("_type", AttributeValue.fromS("Conversation"));
    cruddur.client.putItem(p -> p.tableName(cruddur.table.name()).item(item));
    assertThatThrownBy(() -> messages.get(message.key()))
        .hasMessage("The attribute _type of a stored item is not Message");
  }

  @Test
  void readsWhatAnOlderModelAllowed() {
    Message message = cruddur.message(0);
    Map<String, AttributeValue> item = new HashMap<>(messages.requests().post(message).item());
    item.put("message", AttributeValue.fromS(""));
    cruddur.client.putItem(p -> p.tableName(cruddur.table.name()).item(item));

    Optional<Message> read = messages.get(message.key());

    assertThat(read.map(Message::text)).contains("");
    assertThatThrownBy(() -> messages.put(read.orElseThrow()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
