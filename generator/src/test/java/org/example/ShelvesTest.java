package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.example.library.LibraryTable;
import org.example.library.Shelf;
import org.example.library.ShelfConditionFailedException;
import org.example.library.ShelfRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Updates that change what is stored without knowing it. */
class ShelvesTest {
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final ShelfRepository shelves = new ShelfRepository(client);
  private final LocalDate day = LocalDate.of(2026, 11, 26);
  private final Shelf shelf =
      Shelf.builder().number(7).books(3).topics(Set.of("sun")).history(List.of("made")).build();

  @BeforeEach
  void createShelf() {
    client.createTable(LibraryTable.DEFAULT.createTableRequest());
    shelves.create(shelf);
  }

  @AfterEach
  void stop() {
    client.close();
  }

  /** As docs/generated-code.md has it. */
  @Test
  void changesWhatIsStored() {
    Shelf changed =
        shelves.update(
            shelf.key(),
            u ->
                u.addBooks(-1)
                    .addTopics(Set.of("rain"))
                    .appendHistory(List.of("lent"))
                    .openedIfAbsent(day));

    assertThat(changed)
        .isEqualTo(
            shelf.toBuilder()
                .books(2)
                .topics(Set.of("sun", "rain"))
                .history(List.of("made", "lent"))
                .opened(day)
                .build());
    Shelf again =
        shelves.update(
            shelf.key(),
            u ->
                u.removeTopics(Set.of("sun", "snow"))
                    .prependHistory(List.of("first"))
                    .openedIfAbsent(day.plusDays(1))
                    .addBooks(1));
    assertThat(again)
        .isEqualTo(
            changed.toBuilder()
                .books(3)
                .topics(Set.of("rain"))
                .history(List.of("first", "made", "lent"))
                .build());
  }

  @Test
  void keepsNumbersInTheirRange() {
    for (int amount : new int[] {-4, 98, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      ShelfConditionFailedException failure =
          catchThrowableOfType(
              ShelfConditionFailedException.class,
              () -> shelves.update(shelf.key(), u -> u.addBooks(amount)));
      assertThat(failure.found()).contains(shelf);
    }
    assertThat(shelves.update(shelf.key(), u -> u.addBooks(97)).books()).isEqualTo(100);
    assertThat(shelves.update(shelf.key(), u -> u.addBooks(-100)).books()).isZero();
  }

  @Test
  void countsFromZeroWhatIsAbsent() {
    BigDecimal value = new BigDecimal("1.50");
    assertThat(shelves.update(shelf.key(), u -> u.addValue(value)).value()).contains(value);
    assertThat(shelves.update(shelf.key(), u -> u.addValue(value.negate())).value())
        .contains(new BigDecimal("0.00"));
    shelves.update(shelf.key(), u -> u.removeValue());
    assertThat(
            catchThrowableOfType(
                ShelfConditionFailedException.class,
                () -> shelves.update(shelf.key(), u -> u.addValue(new BigDecimal("1000000")))))
        .isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shelves.update(shelf.key(), u -> u.addValue(new BigDecimal("0.001"))));
  }

  @Test
  void losesNoneOfTwoChanges() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shelves.update(shelf.key(), u -> u.addBooks(1).addBooks(1)))
        .withMessage("books is changed already; an update takes one change of it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shelves.update(shelf.key(), u -> u.books(1).addBooks(1)));
    assertThat(shelves.update(shelf.key(), u -> u.addBooks(1).books(9)).books()).isEqualTo(9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shelves.update(shelf.key(), u -> u.addTopics(Set.of())));
  }

  @Test
  void demandsTheItem() {
    assertThat(
            catchThrowableOfType(
                ShelfConditionFailedException.class,
                () -> shelves.update(new Shelf.Key(8), u -> u.addBooks(1))))
        .isNotNull();
    assertThat(shelves.get(new Shelf.Key(8))).isEmpty();
  }
}
