package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.ItemChange;
import dev.keyplan.support.ItemFormatException;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.example.agency.AgencyStream;
import org.example.agency.AgencyTable;
import org.example.agency.ArchiveTable;
import org.example.agency.Chair;
import org.example.agency.ChairRepository;
import org.example.agency.Client;
import org.example.agency.ClientRepository;
import org.example.agency.Contract;
import org.example.agency.ContractRepository;
import org.example.agency.Desk;
import org.example.agency.DeskRepository;
import org.example.agency.DesksStream;
import org.example.agency.DesksTable;
import org.example.agency.Folder;
import org.example.agency.FolderRepository;
import org.example.agency.Meeting;
import org.example.agency.MeetingRepository;
import org.example.agency.Note;
import org.example.agency.NoteRepository;
import org.example.agency.Titles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Items that were written when their entities had other names. */
class AgencyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final ClientRepository clients = new ClientRepository(client);
  private final ContractRepository contracts = new ContractRepository(client);
  private final NoteRepository notes = new NoteRepository(client);

  private final Client ann = client("ann", "Ann");
  private final Client bob = client("bob", "Bob");
  private final Client cai = client("cai", "Cai");
  private final Contract first = contract("ann", 1, 50);
  private final Contract second = contract("ann", 2, 500);
  private final Note note = Note.builder().clientId("ann").number(1).city("Bern").fee(1).build();

  @BeforeEach
  void storeItemsOfAllNames() {
    client.createTable(AgencyTable.DEFAULT.createTableRequest());
    client.createTable(DesksTable.DEFAULT.createTableRequest());
    clients.putAll(List.of(ann, bob, cai));
    contracts.putAll(List.of(first, second));
    notes.put(note);
    rename("CUSTOMER#ann", "PROFILE", "Customer");
    rename("CUSTOMER#bob", "PROFILE", "Buyer");
    rename("CUSTOMER#ann", "ORDER#2026-11-26#001", "Order");
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Client client(String id, String name) {
    return Client.builder().id(id).city("Bern").name(name).build();
  }

  private static Contract contract(String client, int number, long fee) {
    return Contract.builder().clientId(client).signed(DAY).number(number).fee(fee).build();
  }

  /** As an earlier model wrote it. */
  private void rename(String pk, String sk, String type) {
    client.updateItem(
        u ->
            u.tableName("agency")
                .key(key(pk, sk))
                .updateExpression("SET #type = :type")
                .expressionAttributeNames(Map.of("#type", "_type"))
                .expressionAttributeValues(Map.of(":type", AttributeValue.fromS(type))));
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  private String storedType(String pk, String sk) {
    return client.getItem(g -> g.tableName("agency").key(key(pk, sk))).item().get("_type").s();
  }

  @Test
  void readsItemsOfAllNames() {
    assertThat(clients.get(ann.key())).contains(ann);
    assertThat(clients.getAll(List.of(ann.key(), bob.key(), cai.key())).values())
        .containsExactly(ann, bob, cai);
    assertThat(clients.inCity("Bern").stream()).containsExactlyInAnyOrder(ann, bob, cai);
    assertThat(clients.clients().stream()).containsExactlyInAnyOrder(ann, bob, cai);
    assertThat(contracts.rich(49).stream()).containsExactlyInAnyOrder(first, second);
    assertThat(contracts.rich(50).stream()).containsExactly(second);
  }

  @Test
  void collectsItemsOfAllNames() {
    assertThat(clients.file("ann").stream()).containsExactly(first, second, ann);
    assertThat(clients.clientsAndNotes().stream()).containsExactlyInAnyOrder(ann, bob, cai, note);
    assertThat(clients.everything("ann").stream()).containsExactly(note, first, second, ann);
  }

  /** A filter that names an entity means its items of all names. */
  @Test
  void filtersItemsOfAllNames() {
    assertThat(clients.paid("ann", 100).stream()).containsExactly(note, second, ann);
  }

  @Test
  void writesTheNameOfToday() {
    clients.put(ann);
    clients.upsert(bob.toBuilder());
    Contract moved = contracts.dated(first, DAY.plusDays(1));

    assertThat(storedType("CUSTOMER#ann", "PROFILE")).isEqualTo("Client");
    assertThat(storedType("CUSTOMER#bob", "PROFILE")).isEqualTo("Client");
    assertThat(storedType("CUSTOMER#ann", "ORDER#2026-11-27#001")).isEqualTo("Contract");
    assertThat(contracts.get(moved.key())).contains(moved);
    assertThat(contracts.get(first.key())).isEmpty();
  }

  @Test
  void updatesLeaveTheNameAsItIs() {
    Client renamed = clients.rename(ann.key(), "Anna");
    assertThat(renamed.name()).isEqualTo("Anna");
    assertThat(clients.update(renamed.key(), u -> u.city("Basel")).city()).isEqualTo("Basel");
    assertThat(storedType("CUSTOMER#ann", "PROFILE")).isEqualTo("Customer");
    assertThat(clients.delete(ann.key())).map(Client::name).contains("Anna");
  }

  @Test
  void transactionsAndFailuresKnowAllNames() {
    contracts.create(contract("bob", 3, 1));
    clients.sign(contract("ann", 4, 1));
    assertThatThrownBy(() -> clients.create(ann))
        .isInstanceOfSatisfying(
            org.example.agency.ClientConditionFailedException.class,
            e -> assertThat(e.found()).contains(ann));
  }

  @Test
  void streamsKnowAllNames() {
    List<ItemChange<?, ?>> changes = new ArrayList<>();
    List<Record> others = new ArrayList<>();
    AgencyStream stream =
        new AgencyStream() {
          @Override
          public void onClient(ItemChange<Client.Key, Client> change) {
            changes.add(change);
          }

          @Override
          public void otherwise(Record record) {
            others.add(record);
          }
        };
    clients.delete(ann.key());
    clients.delete(bob.key());

    LocalDynamoDb.records(local, "agency").forEach(stream::accept);

    // Three that are made, two that get an earlier name, and two that are deleted with it.
    assertThat(changes).hasSize(7);
    assertThat(changes.subList(5, 7).stream().map(ItemChange::oldImage))
        .isEqualTo(List.of(Optional.of(ann), Optional.of(bob)));
    assertThat(others).isEmpty();
  }

  @Test
  void streamsThatMayHaveNoImagesKnowAllNames() {
    DeskRepository desks = new DeskRepository(client);
    Desk desk = Desk.builder().number(7).floor(1).build();
    desks.create(desk);
    new ChairRepository(client).create(Chair.builder().desk(7).number(1).build());
    client.updateItem(
        u ->
            u.tableName("desks")
                .key(key("DESK#07", "DESK"))
                .updateExpression("SET #type = :type")
                .expressionAttributeNames(Map.of("#type", "_type"))
                .expressionAttributeValues(Map.of(":type", AttributeValue.fromS("Table"))));
    desks.delete(desk.key());
    List<Desk.Key> keys = new ArrayList<>();
    DesksStream stream =
        new DesksStream() {
          @Override
          public void onDesk(ItemChange<Desk.Key, Desk> change) {
            keys.add(change.key());
          }
        };

    LocalDynamoDb.records(local, "desks").forEach(stream::accept);

    assertThat(keys).containsExactly(desk.key(), desk.key(), desk.key());
  }

  /** Others write the time of where they are. */
  @Test
  void readsTimesWithAnyOffset() {
    MeetingRepository meetings =
        new MeetingRepository(
            client, AgencyTable.DEFAULT.withClock(Clock.fixed(NOON, ZoneOffset.UTC)));
    Meeting here = meetings.create(Meeting.builder().clientId("ann").number(1));
    assertThat(here.at()).isEqualTo(NOON);
    assertThat(storedTime("MEETING#001", "at")).isEqualTo("2026-11-26T12:00:00Z");
    store("MEETING#001", "2026-11-26T17:30:00+05:30");

    Meeting there = meetings.get(here.key()).orElseThrow();

    assertThat(there).isEqualTo(here);
    assertThat(meetings.meetings("ann").stream()).containsExactly(there);
    // Nothing but the version is compared.
    assertThat(meetings.end(there).ended()).contains(NOON);
    assertThat(storedTime("MEETING#001", "ended")).isEqualTo("2026-11-26T12:00:00Z");
    assertThat(storedTime("MEETING#001", "at")).isEqualTo("2026-11-26T17:30:00+05:30");
    Meeting moved = meetings.renumber(meetings.get(here.key()).orElseThrow(), 2);
    assertThat(moved.at()).isEqualTo(NOON);
    assertThat(storedTime("MEETING#002", "at")).isEqualTo("2026-11-26T12:00:00Z");

    store("MEETING#002", "2026-11-26T12:00:00");
    assertThatThrownBy(() -> meetings.get(moved.key()))
        .isInstanceOf(ItemFormatException.class)
        .hasMessageContaining("attribute at of a stored item cannot be read as the model says");
  }

  /** Its end is in the key, whatever the text holds. */
  @Test
  void readsOrderedTextsFromKeys() {
    client.createTable(ArchiveTable.DEFAULT.createTableRequest());
    FolderRepository folders = new FolderRepository(client);
    List<Folder> all = new ArrayList<>();
    for (String title : List.of("a", "a\u0000#", "a\u0001b", "a\u0002", "a#b#c", "b\u0001")) {
      all.add(folders.create(Folder.builder().path("x").title(title).shelf("7#").pages(1).build()));
    }

    assertThat(folders.folders("x", "a").stream()).containsExactlyElementsOf(all);
    assertThat(folders.titles("x").stream().map(Titles::title))
        .containsExactlyElementsOf(all.stream().map(Folder::title).toList());
    assertThat(folders.get(all.get(4).key())).contains(all.get(4));
    assertThat(client.scan(s -> s.tableName("archive")).items())
        .allSatisfy(item -> assertThat(item).containsOnlyKeys("pk", "sk", "_type", "pages"));
  }

  private String storedTime(String sk, String attribute) {
    return client
        .getItem(g -> g.tableName("agency").key(key("CUSTOMER#ann", sk)))
        .item()
        .get(attribute)
        .s();
  }

  private void store(String sk, String at) {
    client.updateItem(
        u ->
            u.tableName("agency")
                .key(key("CUSTOMER#ann", sk))
                .updateExpression("SET #at = :at")
                .expressionAttributeNames(Map.of("#at", "at"))
                .expressionAttributeValues(Map.of(":at", AttributeValue.fromS(at))));
  }

  /** A name that the model does not know is that of something else. */
  @Test
  void refusesOtherNames() {
    rename("CUSTOMER#ann", "PROFILE", "Client2");

    assertThatThrownBy(() -> clients.get(ann.key()))
        .isInstanceOf(ItemFormatException.class)
        .hasMessageContaining("is not Client");
    assertThat(clients.clients().stream()).containsExactlyInAnyOrder(bob, cai);
    assertThat(clients.file("ann").stream()).containsExactly(first, second);
  }
}
