package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.ItemChange;
import dev.keyplan.support.ItemFormatException;
import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.example.clubs.Card;
import org.example.clubs.CardRepository;
import org.example.clubs.CardsStream;
import org.example.clubs.CardsTable;
import org.example.clubs.ClubsStream;
import org.example.clubs.ClubsTable;
import org.example.clubs.Court;
import org.example.clubs.CourtRepository;
import org.example.clubs.Discount;
import org.example.clubs.DiscountRepository;
import org.example.clubs.Guest;
import org.example.clubs.GuestRepository;
import org.example.clubs.Kind;
import org.example.clubs.Locker;
import org.example.clubs.LockerRepository;
import org.example.clubs.LockersStream;
import org.example.clubs.LockersTable;
import org.example.clubs.Member;
import org.example.clubs.MemberRepository;
import org.example.clubs.Plan;
import org.example.clubs.PlanRepository;
import org.example.clubs.Price;
import org.example.clubs.PriceRepository;
import org.example.clubs.PricesStream;
import org.example.clubs.PricesTable;
import org.example.clubs.Report;
import org.example.clubs.ReportRepository;
import org.example.clubs.Tag;
import org.example.clubs.TagRepository;
import org.example.clubs.Visit;
import org.example.clubs.VisitRepository;
import org.example.clubs.VisitsStream;
import org.example.clubs.VisitsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

class ClubsTest {
  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final List<ItemChange<?, ?>> changes = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  @AfterEach
  void stop() {
    client.close();
  }

  /** Everything that the stream of the clubs tells. */
  private final class Clubs implements ClubsStream {
    @Override
    public void onMember(ItemChange<Member.Key, Member> change) {
      changes.add(change);
    }

    @Override
    public void otherwise(Record record) {
      others.add(record.dynamodb().keys().get("pk").s());
    }
  }

  private static Map<String, AttributeValue> item(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  @Test
  void tellsOldAndNewImages() {
    client.createTable(ClubsTable.DEFAULT.createTableRequest());
    MemberRepository members = new MemberRepository(client);
    Member ann = members.create(member(1, "ann@x"));
    Member anna = members.update(ann, u -> u.name("Anna"));
    members.delete(anna);
    new CourtRepository(client).create(Court.builder().club("a").number(1).kind(Kind.CLAY).build());
    client.putItem(p -> p.tableName("clubs").item(item("OTHER#1", "x")));

    LocalDynamoDb.records(local, "clubs").forEach(new Clubs()::accept);

    assertThat(changes.stream().<Object>map(ItemChange::key)).hasSize(3).containsOnly(ann.key());
    assertThat(changes)
        .extracting(ItemChange::type)
        .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
    assertThat(changes.stream().map(ItemChange::oldImage))
        .isEqualTo(List.of(Optional.empty(), Optional.of(ann), Optional.of(anna)));
    assertThat(changes.stream().map(ItemChange::newImage))
        .isEqualTo(List.of(Optional.of(ann), Optional.of(anna), Optional.empty()));
    assertThat(changes).noneMatch(ItemChange::isExpiry);
    assertThat(others).containsExactly("OTHER#1");
  }

  /** As docs/generated-code.md has it. */
  @Test
  void keepsAnIndex() {
    client.createTable(ClubsTable.DEFAULT.createTableRequest());
    MemberRepository members = new MemberRepository(client);
    members.delete(members.create(member(1, "ann@x")));
    Member bob = members.create(member(2, "bob@x"));
    List<Record> records = LocalDynamoDb.records(local, "clubs");
    Search search = new Search(new HashMap<>());

    ClubsStream index =
        new ClubsStream() {
          @Override
          public void onMember(ItemChange<Member.Key, Member> change) {
            if (!change.isExpiry()) {
              change.newImage().ifPresentOrElse(search::put, () -> search.remove(change.key()));
            }
          }
        };
    records.forEach(index::accept);

    assertThat(search.found()).containsExactly(Map.entry(bob.key(), bob));
  }

  private record Search(Map<Member.Key, Member> found) {
    void put(Member member) {
      found.put(member.key(), member);
    }

    void remove(Member.Key key) {
      found.remove(key);
    }
  }

  @Test
  void tellsExpiryFromOtherDeletions() {
    client.createTable(ClubsTable.DEFAULT.createTableRequest());
    MemberRepository members = new MemberRepository(client);
    members.delete(members.create(member(1, "ann@x")));
    Record removal =
        LocalDynamoDb.records(local, "clubs").stream()
            .filter(record -> record.eventName() == OperationType.REMOVE)
            .filter(record -> record.dynamodb().oldImage().containsKey("email"))
            .findFirst()
            .orElseThrow();
    Record expiry =
        removal.toBuilder()
            .userIdentity(i -> i.type("Service").principalId("dynamodb.amazonaws.com"))
            .build();
    Record bySomebody = removal.toBuilder().userIdentity(i -> i.principalId("somebody")).build();

    List.of(removal, expiry, bySomebody).forEach(new Clubs()::accept);

    assertThat(changes).extracting(ItemChange::isExpiry).containsExactly(false, true, false);
  }

  @Test
  void reportsAMalformedItemWithItsKey() {
    client.createTable(ClubsTable.DEFAULT.createTableRequest());
    Member ann = new MemberRepository(client).create(member(1, "ann@x"));
    client.updateItem(
        u ->
            u.tableName("clubs")
                .key(item("CLUB#a", "MEMBER#001"))
                .updateExpression("REMOVE #n")
                .expressionAttributeNames(Map.of("#n", "name")));
    List<Record> records = LocalDynamoDb.records(local, "clubs");
    List<ItemFormatException> problems = new ArrayList<>();
    ClubsStream patient =
        new ClubsStream() {
          @Override
          public void onMember(ItemChange<Member.Key, Member> change) {
            assertThat(change.newImage()).contains(ann);
          }

          @Override
          public void onMalformed(Record record, ItemFormatException problem) {
            assertThat(record.dynamodb().keys()).isEqualTo(item("CLUB#a", "MEMBER#001"));
            problems.add(problem);
          }
        };

    records.forEach(patient::accept);

    assertThat(problems).extracting(ItemFormatException::attribute).containsExactly("name");
    assertThat(problems.get(0).item()).containsAllEntriesOf(item("CLUB#a", "MEMBER#001"));
    assertThatThrownBy(() -> records.forEach(new Clubs()::accept))
        .isInstanceOf(ItemFormatException.class);
  }

  @Test
  void leavesAHandlersExceptionAlone() {
    client.createTable(ClubsTable.DEFAULT.createTableRequest());
    new MemberRepository(client).create(member(1, "ann@x"));
    ItemFormatException ofHandler = new ItemFormatException(Map.of(), "other", "is missing", null);
    ClubsStream failing =
        new ClubsStream() {
          @Override
          public void onMember(ItemChange<Member.Key, Member> change) {
            throw ofHandler;
          }

          @Override
          public void onMalformed(Record record, ItemFormatException problem) {
            throw new AssertionError(problem);
          }
        };

    assertThatThrownBy(() -> LocalDynamoDb.records(local, "clubs").forEach(failing::accept))
        .isSameAs(ofHandler);
  }

  @Test
  void tellsNewImagesAndTheKeysOfWhatIsDeleted() {
    client.createTable(VisitsTable.DEFAULT.createTableRequest());
    VisitRepository visits = new VisitRepository(client);
    Visit visit =
        visits.create(
            Visit.builder()
                .club("a b")
                .kind(Kind.CLAY)
                .at(Instant.parse("2026-11-26T10:00:00Z"))
                .member(7)
                .build());
    visits.delete(visit.key());
    ReportRepository reports = new ReportRepository(client);
    Report report = reports.create(Report.builder().visits(42).build());
    reports.delete(report.key());
    PlanRepository plans = new PlanRepository(client);
    Plan plan = plans.create(Plan.builder().name("a#b\u0001").build());
    plans.delete(plan.key());
    TagRepository tags = new TagRepository(client);
    Tag tag = tags.create(Tag.builder().code("abc").build());
    tags.delete(tag.key());
    client.putItem(p -> p.tableName("visits").item(item("REPORTS", "x")));
    VisitsStream stream =
        new VisitsStream() {
          @Override
          public void onVisit(ItemChange<Visit.Key, Visit> change) {
            changes.add(change);
          }

          @Override
          public void onReport(ItemChange<Report.Key, Report> change) {
            changes.add(change);
          }

          @Override
          public void onPlan(ItemChange<Plan.Key, Plan> change) {
            changes.add(change);
          }

          @Override
          public void onTag(ItemChange<Tag.Key, Tag> change) {
            changes.add(change);
          }

          @Override
          public void otherwise(Record record) {
            others.add(record.dynamodb().keys().get("pk").s());
          }
        };

    LocalDynamoDb.records(local, "visits").forEach(stream::accept);

    assertThat(changes.stream().map(ItemChange::key))
        .isEqualTo(
            List.of(
                visit.key(),
                visit.key(),
                report.key(),
                report.key(),
                plan.key(),
                plan.key(),
                tag.key()));
    assertThat(changes.stream().flatMap(change -> change.newImage().stream()))
        .isEqualTo(List.of(visit, report, plan, tag));
    assertThat(changes).extracting(ItemChange::oldImage).containsOnly(Optional.empty());
    assertThat(others).containsExactly("TAGS", "REPORTS");
  }

  @Test
  void tellsOldImagesAndTheKeysOfWhatIsNew() {
    client.createTable(LockersTable.DEFAULT.createTableRequest());
    LockerRepository lockers = new LockerRepository(client);
    Locker locker = lockers.create(Locker.builder().code("A").at(3L).owner("Ann").build());
    lockers.delete(locker);
    LockersStream stream =
        new LockersStream() {
          @Override
          public void onLocker(ItemChange<Locker.Key, Locker> change) {
            changes.add(change);
          }

          @Override
          public void otherwise(Record record) {
            throw new AssertionError(record);
          }
        };

    LocalDynamoDb.records(local, "lockers").forEach(stream::accept);

    assertThat(changes.stream().map(ItemChange::key))
        .isEqualTo(List.of(locker.key(), locker.key()));
    assertThat(changes.stream().map(ItemChange::oldImage))
        .isEqualTo(List.of(Optional.empty(), Optional.of(locker)));
  }

  @Test
  void tellsKeysAlone() {
    client.createTable(CardsTable.DEFAULT.createTableRequest());
    Card card =
        new CardRepository(client)
            .create(Card.builder().number(new BigDecimal("12.5")).pin("1234").build());
    Guest guest =
        new GuestRepository(client)
            .create(Guest.builder().day(LocalDate.of(2026, 11, 26)).isMember(true).build());
    client.putItem(p -> p.tableName("cards").item(Map.of("pk", AttributeValue.fromS("CARD#x"))));
    CardsStream stream =
        new CardsStream() {
          @Override
          public void onCard(ItemChange<Card.Key, Card> change) {
            changes.add(change);
          }

          @Override
          public void onGuest(ItemChange<Guest.Key, Guest> change) {
            changes.add(change);
          }

          @Override
          public void otherwise(Record record) {
            others.add(record.dynamodb().keys().get("pk").s());
          }
        };

    LocalDynamoDb.records(local, "cards").forEach(stream::accept);

    assertThat(changes.stream().map(ItemChange::key)).isEqualTo(List.of(card.key(), guest.key()));
    assertThat(changes).extracting(ItemChange::newImage).containsOnly(Optional.empty());
    assertThat(others).containsExactly("CARD#x");
  }

  @Test
  void knowsImagesByTheirKeys() {
    client.createTable(PricesTable.DEFAULT.createTableRequest());
    Price price =
        new PriceRepository(client).create(Price.builder().kind(Kind.CLAY).cents(9).build());
    Discount discount =
        new DiscountRepository(client).create(Discount.builder().percent(5).reason("rain").build());
    PricesStream stream =
        new PricesStream() {
          @Override
          public void onPrice(ItemChange<Price.Key, Price> change) {
            changes.add(change);
          }

          @Override
          public void onDiscount(ItemChange<Discount.Key, Discount> change) {
            changes.add(change);
          }
        };

    LocalDynamoDb.records(local, "prices").forEach(stream::accept);

    assertThat(changes.stream().flatMap(change -> change.newImage().stream()))
        .isEqualTo(List.of(price, discount));
    assertThat(changes.get(0))
        .hasToString(
            "ItemChange[type=INSERT, key=%s, oldImage=Optional.empty, newImage=%s]"
                .formatted(price.key(), Optional.of(price)));
  }

  private static Member member(int id, String email) {
    return Member.builder().club("a").id(id).email(email).name("Ann").build();
  }
}
