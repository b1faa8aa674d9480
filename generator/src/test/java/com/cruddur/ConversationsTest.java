package com.cruddur;

import static com.cruddur.CruddurFixture.ANN;
import static com.cruddur.CruddurFixture.BOB;
import static com.cruddur.CruddurFixture.T0;
import static com.cruddur.CruddurFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cruddur.messages.Conversation;
import com.cruddur.messages.ConversationConditionFailedException;
import com.cruddur.messages.ConversationRepository;
import com.cruddur.messages.Message;
import com.cruddur.support.TransactionFailedException;
import com.cruddur.support.TransactionFailedException.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class ConversationsTest {
  private final CruddurFixture cruddur = new CruddurFixture();
  private final ConversationRepository conversations = cruddur.conversations;
  private final Conversation mine = cruddur.mine();
  private final Conversation theirs = cruddur.theirs();
  private final Message first = cruddur.message(0);

  @AfterEach
  void stop() {
    cruddur.close();
  }

  @Test
  void startsAConversationAllOrNothing() {
    conversations.startConversation(mine, theirs, first);

    assertThat(conversations.inbox(ANN.userId(), T0).page().items()).containsExactly(mine);
    assertThat(conversations.inbox(BOB.userId(), T0).page().items()).containsExactly(theirs);
    assertThat(cruddur.messages.get(first.key())).contains(first);

    Conversation later = mine.toBuilder().lastMessageAt(T0.plusSeconds(9)).build();
    TransactionFailedException failure =
        catchThrowableOfType(
            TransactionFailedException.class,
            () -> conversations.startConversation(later, theirs, first));
    assertThat(failure.failed()).extracting(Member::name).containsExactly("theirs", "first");
    assertThat(failure.failed()).extracting(Member::code).containsOnly("ConditionalCheckFailed");
    assertThat(failure.failed().get(0).found()).isEqualTo(Optional.of(theirs));
    assertThat(failure.failed().get(1).found()).isEqualTo(Optional.of(first));
    assertThat(failure).hasMessageNotContaining(BOB.handle());
    assertThat(conversations.get(later.key())).isEmpty();
  }

  @Test
  void refusesMembersThatDoNotBelongTogether() {
    UUID other = UUID.randomUUID();
    Conversation stranger = theirs.toBuilder().groupId(other).build();

    assertThatThrownBy(() -> conversations.startConversation(mine, stranger, first))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("theirs.groupId and mine.groupId are not equal");
    assertThatThrownBy(() -> conversations.startConversation(mine, theirs, message(other, 1)))
        .hasMessage("first.groupId and mine.groupId are not equal");
    assertThat(conversations.membersOf(cruddur.group).first()).isEmpty();
  }

  @Test
  void listsAnInboxSinceATimeLatestFirst() {
    List<Conversation> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rows.add(
          mine.toBuilder().groupId(UUID.randomUUID()).lastMessageAt(T0.plusSeconds(i)).build());
    }
    conversations.putAll(rows);
    conversations.put(theirs);

    assertThat(conversations.inbox(ANN.userId(), T0.plusSeconds(1)).stream())
        .containsExactly(rows.get(3), rows.get(2), rows.get(1));
    assertThat(conversations.inbox(ANN.userId(), T0.plusSeconds(4)).stream()).isEmpty();
  }

  @Test
  void findsBothRowsThroughTheIndex() {
    conversations.putAll(List.of(mine, theirs));
    conversations.put(mine.toBuilder().groupId(UUID.randomUUID()).build());

    assertThat(conversations.membersOf(cruddur.group).stream())
        .containsExactlyInAnyOrder(mine, theirs);
  }

  @Test
  void movesARowToTheTop() {
    conversations.put(mine);

    Conversation moved = conversations.bump(mine, T0.plusSeconds(5), "later");

    assertThat(moved)
        .isEqualTo(mine.toBuilder().lastMessageAt(T0.plusSeconds(5)).preview("later").build());
    assertThat(conversations.inbox(ANN.userId(), T0).stream()).containsExactly(moved);
    assertThat(conversations.membersOf(cruddur.group).stream()).containsExactly(moved);
    assertThat(conversations.get(mine.key())).isEmpty();
  }

  @Test
  void putsARowInPlaceIfItsKeyStays() {
    conversations.put(mine);

    Conversation edited = conversations.bump(mine, mine.lastMessageAt(), "edited");

    assertThat(conversations.get(mine.key())).contains(edited);
    assertThat(edited.preview()).isEqualTo("edited");
  }

  @Test
  void doesNotMoveWhatHasChangedSinceItWasRead() {
    conversations.put(mine);
    Conversation changed = conversations.update(mine.key(), u -> u.preview("changed"));

    ConversationConditionFailedException moved =
        catchThrowableOfType(
            ConversationConditionFailedException.class,
            () -> conversations.bump(mine, T0.plusSeconds(5), "x"));
    ConversationConditionFailedException edited =
        catchThrowableOfType(
            ConversationConditionFailedException.class,
            () -> conversations.bump(mine, mine.lastMessageAt(), "x"));

    assertThat(moved.found()).contains(changed);
    assertThat(edited.found()).contains(changed);
    assertThat(moved)
        .hasMessage("Conversation.bump demands that the item is as it was read; it found an item");
    assertThat(conversations.inbox(ANN.userId(), T0).stream()).containsExactly(changed);
  }

  @Test
  void doesNotMoveWhatIsGoneNorOntoAnother() {
    ConversationConditionFailedException gone =
        catchThrowableOfType(
            ConversationConditionFailedException.class,
            () -> conversations.bump(mine, T0.plusSeconds(5), "x"));
    assertThat(gone.found()).isEmpty();

    Conversation taken = mine.toBuilder().lastMessageAt(T0.plusSeconds(5)).build();
    conversations.putAll(List.of(mine, taken));
    ConversationConditionFailedException occupied =
        catchThrowableOfType(
            ConversationConditionFailedException.class,
            () -> conversations.bump(mine, T0.plusSeconds(5), "x"));
    assertThat(occupied.found()).contains(taken);
    assertThat(occupied).hasMessageContaining("no item has the new key");
    assertThat(conversations.get(mine.key())).contains(mine);
  }

  @Test
  void composesTransactionsOfRequests() {
    conversations.startConversation(mine, theirs, first);
    Message reply = cruddur.message(8);

    List<TransactWriteItem> all = new ArrayList<>();
    all.add(cruddur.messages.requests().postAction(reply));
    conversations.membersOf(cruddur.group).stream()
        .forEach(
            row ->
                all.addAll(
                    conversations.requests().bumpActions(row, reply.createdAt(), reply.text())));
    cruddur.client.transactWriteItems(t -> t.transactItems(all));

    assertThat(all).hasSize(5);
    assertThat(conversations.inbox(BOB.userId(), T0).stream().map(Conversation::preview))
        .containsExactly("m8");
  }
}
