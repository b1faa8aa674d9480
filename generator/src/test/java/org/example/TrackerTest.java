package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.CursorException;
import dev.keyplan.support.Page;
import dev.keyplan.support.Query;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.example.tracker.Assignee;
import org.example.tracker.Issue;
import org.example.tracker.IssueConditionFailedException;
import org.example.tracker.IssueRepository;
import org.example.tracker.IssueTitle;
import org.example.tracker.State;
import org.example.tracker.TrackerTable;
import org.example.tracker.Urgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TrackerTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final TrackerTable table = TrackerTable.DEFAULT;
  private final IssueRepository issues = new IssueRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Issue.Builder issue(int day) {
    return Issue.builder()
        .project("keys")
        .opened(START.plusSeconds(86_400L * day))
        .id(new UUID(0, day))
        .title("Issue " + day)
        .priority(5);
  }

  private List<Integer> days(Query<Issue> query) {
    return query.stream().map(TrackerTest::day).toList();
  }

  private static int day(Issue issue) {
    return (int) issue.id().getLeastSignificantBits();
  }

  /** Days 1 to 12; every third is closed. */
  private void openTwelve() {
    for (int day = 1; day <= 12; day++) {
      issues.create(issue(day).state(day % 3 == 0 ? State.CLOSED : State.OPEN).build());
    }
  }

  @Test
  void filtersPagesThatAreReadInFull() {
    openTwelve();
    Query<Issue> closed = issues.inStates("keys", Set.of(State.CLOSED));

    Page<Issue> first = closed.page();
    assertThat(first.items()).extracting(TrackerTest::day).containsExactly(12, 9);
    Page<Issue> second = closed.page(first.next().orElseThrow());
    assertThat(second.items()).extracting(TrackerTest::day).containsExactly(6);
    assertThat(days(closed)).containsExactly(12, 9, 6, 3);
    assertThat(closed.first()).map(TrackerTest::day).contains(12);
    assertThat(issues.inStates("keys", Set.of(State.ACTIVE)).first()).isEmpty();
  }

  @Test
  void countsResultsNotReadItemsForItsLimit() {
    openTwelve();
    List<State> closed = List.of(State.CLOSED);

    assertThat(days(issues.inStates("keys", closed).limit(3))).containsExactly(12, 9, 6);
    assertThat(days(issues.inStates("keys", closed).limit(1))).containsExactly(12);
    Query<Issue> three = issues.inStates("keys", closed).limit(3);
    Page<Issue> first = three.page();
    Page<Issue> second = three.page(first.next().orElseThrow());
    assertThat(second.items()).extracting(TrackerTest::day).containsExactly(6);
    assertThat(second.next()).isEmpty();

    Page<Issue> cut = issues.unassigned("keys", 5).page();
    assertThat(cut.items()).extracting(TrackerTest::day).containsExactly(1, 2, 3);
    assertThat(cut.next()).isEmpty();
    assertThat(days(issues.unassigned("keys", 5).pageSize(2))).containsExactly(1, 2, 3);
    assertThat(days(issues.unassigned("keys", 4))).isEmpty();
  }

  @Test
  void bindsCursorsToTheValuesOfTheFilter() {
    openTwelve();
    String cursor = issues.inStates("keys", Set.of(State.OPEN)).page().next().orElseThrow();

    assertThat(issues.inStates("keys", Set.of(State.OPEN)).page(cursor).items()).isNotEmpty();
    assertThatThrownBy(() -> issues.inStates("keys", Set.of(State.CLOSED)).page(cursor))
        .isInstanceOf(CursorException.class);
    assertThatThrownBy(
            () -> issues.inStates("keys", List.of(State.OPEN, State.CLOSED)).page(cursor))
        .isInstanceOf(CursorException.class);
  }

  @Test
  void answersEveryKindOfCondition() {
    issues.create(issue(1).title("Bug in a key").build());
    issues.create(issue(2).title("A Bug").priority(9).build());
    issues.create(issue(3).title("Bug in a key").blocked(true).build());
    issues.create(issue(4).title("Bug in a very long title").build());
    issues.create(issue(5).title("Bug").build());
    issues.create(issue(6).title("Bug closed").state(State.CLOSED).build());
    issues.create(issue(7).title("Feature").build());
    List<State> open = List.of(State.OPEN, State.ACTIVE, State.OPEN);

    assertThat(days(issues.search("keys", START, "Bug", 20, List.of(5, 9), open)))
        .containsExactly(1, 2);
    assertThat(days(issues.search("keys", START, "Bug", 20, List.of(5), open))).containsExactly(1);
    assertThat(days(issues.search("keys", START, "", 20, List.of(5), open))).containsExactly(1, 7);
    assertThat(days(issues.search("keys", START, "Bug", 80, List.of(5), open)))
        .containsExactly(1, 4);
    assertThat(days(issues.openIn(State.OPEN, "locks", START.plusSeconds(200_000))))
        .containsExactlyInAnyOrder(1, 2);
    assertThat(days(issues.openIn(State.OPEN, "keys", START.plusSeconds(200_000)))).isEmpty();
  }

  @Test
  void takesOneToAHundredValuesInAList() {
    openTwelve();
    List<State> hundred = new ArrayList<>(Collections.nCopies(100, State.CLOSED));
    assertThat(days(issues.inStates("keys", hundred))).hasSize(4);

    hundred.add(State.OPEN);
    assertThatThrownBy(() -> issues.inStates("keys", hundred))
        .hasMessage("states has 101 values, not 1 to 100");
    assertThatThrownBy(() -> issues.inStates("keys", Set.of()))
        .hasMessage("states has 0 values, not 1 to 100");
    assertThatThrownBy(() -> issues.inStates("keys", null)).hasMessage("states is missing");
    assertThatThrownBy(() -> issues.inStates("keys", Arrays.asList(State.OPEN, null)))
        .hasMessage("states is missing");
    assertThatThrownBy(() -> issues.search("keys", START, "x", 9, List.of(10), List.of(State.OPEN)))
        .hasMessage("values is not 1 to 9");
  }

  @Test
  void readsOnlyWhatIsSelected() {
    Issue first = issues.create(issue(1).assignee("ann").build());
    Issue second = issues.create(issue(2).build());

    Query<IssueTitle> titles = issues.titles("keys");
    assertThat(titles.page().items())
        .containsExactly(
            new IssueTitle(second.id(), "Issue 2", Optional.empty()),
            new IssueTitle(first.id(), "Issue 1", Optional.of("ann")));
    assertThat(client.query(titles.request()).items())
        .allSatisfy(item -> assertThat(item.keySet()).isSubsetOf("id", "title", "assignee"));
    assertThat(issues.titleOf("keys", first.opened(), first.id()))
        .contains(new IssueTitle(first.id(), "Issue 1", Optional.of("ann")));
    assertThat(issues.titleOf("keys", first.opened(), second.id())).isEmpty();
  }

  @Test
  void selectsFromAnIndexThatHoldsEnough() {
    Issue issue = issues.create(issue(1).title("Bug").priority(1).build());
    issues.create(issue(2).title("Feature").priority(1).build());

    assertThat(issues.urgent(1, START, "Bu").stream())
        .containsExactly(new Urgent("Bug", issue.opened()));
  }

  @Test
  void tellsAnItemWithoutTheSelectedAttributeFromNone() {
    Issue issue = issues.create(issue(1).build());

    assertThat(issues.assignee("keys", issue.opened(), issue.id()))
        .contains(new Assignee(Optional.empty()));
    assertThat(issues.assignee("keys", issue.opened(), new UUID(0, 2))).isEmpty();
  }

  @Test
  void writesOnConditionsWithLists() {
    Issue issue = issues.create(issue(1).build());
    List<State> active = List.of(State.ACTIVE);

    assertThatThrownBy(() -> issues.assign(issue.key(), "ann", active, 80))
        .isInstanceOf(IssueConditionFailedException.class);
    assertThat(issues.assign(issue.key(), "ann", List.of(State.OPEN), 80).assignee())
        .contains("ann");
    assertThatThrownBy(() -> issues.assign(issue.key(), "ben", List.of(State.OPEN), 7))
        .isInstanceOf(IssueConditionFailedException.class);

    Issue assigned = issues.get(issue.key()).orElseThrow();
    Issue other = issues.create(issue(2).assignee("hanna").build());
    assertThatThrownBy(() -> issues.closeBoth(issue.key(), other.key(), active, "nn"))
        .hasMessageContaining("one");
    issues.closeBoth(issue.key(), other.key(), List.of(State.OPEN), "nn");

    assertThatThrownBy(() -> issues.reopen(assigned, START, List.of(1, 2)))
        .isInstanceOf(IssueConditionFailedException.class);
    Issue moved = issues.reopen(assigned, START, List.of(5, 2));
    assertThat(issues.get(moved.key())).contains(moved);

    assertThatThrownBy(() -> issues.dropAny(moved.key(), active))
        .isInstanceOf(IssueConditionFailedException.class);
    assertThat(issues.dropAny(moved.key(), List.of(State.OPEN))).isEqualTo(Optional.of(moved));
  }
}
