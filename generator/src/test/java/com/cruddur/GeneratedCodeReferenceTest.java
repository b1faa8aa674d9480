package com.cruddur;

import static com.cruddur.CruddurFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.Author;
import com.cruddur.messages.Conversation;
import com.cruddur.messages.ConversationRepository;
import com.cruddur.messages.Message;
import com.cruddur.messages.MessageConditionFailedException;
import com.cruddur.messages.MessageRepository;
import com.cruddur.messages.MessagesTable;
import com.cruddur.support.Cursors;
import com.cruddur.support.Page;
import com.cruddur.support.Query;
import com.cruddur.support.Transaction;
import dev.keyplan.support.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.example.shelters.Shelter;
import org.example.shelters.ShelterRepository;
import org.example.shelters.SheltersTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The examples of docs/generated-code.md are here or in other tests, and do what it says. */
class GeneratedCodeReferenceTest {
  private static final Path REFERENCE = Path.of("../docs/generated-code.md");
  private static final List<Path> TESTS =
      List.of(
          Path.of("src/test/java/com/cruddur/GeneratedCodeReferenceTest.java"),
          Path.of("src/test/java/org/example/AccountsTest.java"),
          Path.of("src/test/java/org/example/ClubsTest.java"),
          Path.of("src/test/java/org/example/HarbourTest.java"),
          Path.of("src/test/java/org/example/KennelKnownUpdatesTest.java"),
          Path.of("src/test/java/org/example/KennelUpdatesTest.java"),
          Path.of("src/test/java/org/example/LibraryTest.java"),
          Path.of("src/test/java/org/example/MetersTest.java"),
          Path.of("src/test/java/org/example/RequestSettingsTest.java"),
          Path.of("src/test/java/org/example/ShelvesTest.java"),
          Path.of("src/test/java/org/example/TheatreTest.java"));
  private static final Pattern EXAMPLE =
      Pattern.compile("^```java\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private final CruddurFixture cruddur = new CruddurFixture();
  private final DynamoDbClient client = cruddur.client;
  private final UUID group = cruddur.group;
  private final Instant at = CruddurFixture.T0.plusSeconds(60);
  private final Author me = ANN;

  @AfterEach
  void stop() {
    cruddur.close();
  }

  @Test
  void theExamplesAreCompiledHere() throws IOException {
    String code = "";
    for (Path test : TESTS) {
      code += withoutSpace(Files.readString(test));
    }
    Matcher example = EXAMPLE.matcher(Files.readString(REFERENCE));
    int count = 0;
    while (example.find()) {
      assertThat(code).contains(withoutSpace(example.group(1)));
      count++;
    }
    assertThat(count).isGreaterThan(8);
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }

  @Test
  void tablesEntitiesAndQueries() {
    byte[] secret = new byte[16];
    MessagesTable table =
        MessagesTable.named("prod-messages")
            .withClock(Clock.systemUTC())
            .withCursors(Cursors.sealed(secret));
    client.createTable(table.createTableRequest());
    MessageRepository messages = new MessageRepository(client, table);
    ConversationRepository conversations = new ConversationRepository(client, table);

    Message draft = Message.builder().groupId(group).createdAt(at).text("Hello").author(me).build();
    Message edited = draft.withText("Hello, you");
    Message signed = draft.toBuilder().text("Hello!").author(me).build();
    Message.Key key = draft.key();
    assertThat(edited.key()).isEqualTo(key);
    assertThat(signed).isEqualTo(draft.withText("Hello!"));

    Message posted = messages.post(Message.builder().groupId(group).text("Hello").author(me));
    Optional<Message> found = messages.get(posted.key());
    Map<Message.Key, Message> all = messages.getAll(List.of(posted.key(), key));
    assertThat(found).contains(posted);
    assertThat(all.values()).containsExactly(posted);

    messages.put(edited);
    Query<Message> query = messages.messages(group);
    Page<Message> page = query.page();
    Optional<Page<Message>> older = page.next().map(cursor -> query.page(cursor));
    List<Message> latest = query.limit(50).stream().toList();
    Optional<Message> last = query.first();
    QueryRequest request = query.pageSize(5).request();
    assertThat(latest).containsExactly(posted, edited);
    assertThat(last).contains(posted);
    assertThat(page.items()).isEqualTo(latest);
    assertThat(older).isEmpty();
    assertThat(request.limit()).isEqualTo(5);
    assertThat(conversations.membersOf(group).first()).isEmpty();
  }

  @Test
  void updates() {
    MessageRepository messages = cruddur.messages;
    Message.Key key = messages.post(cruddur.message(1)).key();
    client.createTable(SheltersTable.DEFAULT.createTableRequest());
    ShelterRepository shelters = new ShelterRepository(client);
    Shelter shelter =
        shelters.put(
            Shelter.builder()
                .city("Bern")
                .name("Dock")
                .kind("night")
                .level(1)
                .opened(CruddurFixture.T0)
                .bedCount(8)
                .build());

    Message updated = messages.update(key, u -> u.text("edited"));
    Shelter raised =
        shelters.update(
            shelter.key(),
            u -> u.levelAndOpened(Part.set(9), Part.unchanged(shelter.opened())).removeNotes());

    assertThat(updated.text()).isEqualTo("edited");
    assertThat(raised.level()).isEqualTo(9);
  }

  @Test
  void movesAndTransactions() {
    MessageRepository messages = cruddur.messages;
    ConversationRepository conversations = cruddur.conversations;
    Conversation mine = cruddur.mine();
    Conversation theirs = cruddur.theirs();
    Message first = cruddur.message(0);
    Conversation row =
        conversations.create(mine.toBuilder().groupId(UUID.randomUUID()).preview("").build());

    Conversation moved = conversations.bump(row, at, "Hello");
    conversations.startConversation(mine, theirs, first);

    Message reply = cruddur.message(200);
    new Transaction()
        .add("reply", messages.requests(), r -> r.postAction(reply))
        .addAll(
            "row",
            conversations.requests(),
            r -> r.bumpActions(moved, reply.createdAt(), reply.text()))
        .exists("first", messages.requests(), first.key())
        .token("request-17")
        .send(client);

    assertThat(messages.get(reply.key())).contains(reply);
    assertThat(conversations.inbox(me.userId(), reply.createdAt()).first())
        .map(Conversation::preview)
        .contains(reply.text());
  }

  @Test
  void lostAnswers() {
    MessageRepository messages = cruddur.messages;
    Message draft = cruddur.message(1);

    Message wanted = draft.toBuilder().text("Hello").build();
    try {
      messages.post(wanted);
    } catch (MessageConditionFailedException e) {
      if (!e.isRepeated() || !e.found().equals(Optional.of(wanted))) {
        throw e;
      }
    }

    assertThat(messages.get(wanted.key())).contains(wanted);
  }
}
