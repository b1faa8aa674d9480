package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.example.accounts.Account;
import org.example.clinic.Contact;
import org.example.clinic.ContactKind;
import org.example.clinic.Payer;
import org.junit.jupiter.api.Test;

/** Records give copies that differ in one attribute. */
class WithMethodsTest {
  private static final Instant OPENED = Instant.parse("2026-11-26T10:00:00Z");

  private final Contact contact =
      Contact.builder().role("child").number("0310000000").tags(Set.of("a")).build();

  @Test
  void changeOneAttribute() {
    Contact other = contact.withRole("mother");

    assertThat(other).isEqualTo(contact.toBuilder().role("mother").build());
    assertThat(other.withRole("child")).isEqualTo(contact);
    assertThat(contact.withKind(ContactKind.WORK).kind()).isEqualTo(ContactKind.WORK);
    assertThat(contact.withTries(9).tries()).isEqualTo(9);
  }

  @Test
  void takeThePlainValueOfAnOptionalOneAndTakeItAway() {
    LocalDate day = LocalDate.parse("2026-12-31");

    assertThat(contact.withUntil(day).until()).contains(day);
    assertThat(contact.withUntil(day).withoutUntil()).isEqualTo(contact);
    assertThat(contact.hours()).isPresent();
    assertThat(contact.withoutHours().hours()).isEmpty();
    assertThat(contact.withoutHours().withRole("mother").hours()).isEmpty();
    assertThat(contact.withTags(Set.of("b", "c")).tags()).containsExactlyInAnyOrder("b", "c");
    assertThat(contact.withoutTags().tags()).isEmpty();
  }

  @Test
  void checkWhatTheyAreGiven() {
    assertThatThrownBy(() -> contact.withNumber("1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number has 1 characters, not 3 to 20");
    assertThatThrownBy(() -> contact.withTries(0)).hasMessage("tries is not 1 to 9");
    assertThatThrownBy(() -> contact.withRole(null)).hasMessage("role is missing");
    assertThatThrownBy(() -> contact.withUntil(null)).hasMessage("until is missing");
  }

  /** A builder fills in what it is not given, so it must not take null for that. */
  @Test
  void takeNoNullForADefault() {
    assertThatThrownBy(() -> contact.withId(null)).hasMessage("id is missing");
    assertThatThrownBy(() -> contact.withKind(null)).hasMessage("kind is missing");
    assertThatThrownBy(() -> account().withOpened(null)).hasMessage("opened is missing");
    assertThatThrownBy(() -> Account.builder().opened(null)).hasMessage("opened is missing");
  }

  @Test
  void keepWhatWritesMaintain() {
    Account account = account();

    assertThat(account.withNote("x").note()).isEqualTo(Optional.of("x"));
    assertThat(account.withNote("x").version()).isEqualTo(account.version());
    assertThat(Arrays.stream(Account.class.getMethods()).map(m -> m.getName()))
        .contains("withOwner", "withNote", "withoutNote")
        .doesNotContain("withVersion", "withUpdatedAt", "withoutOwner");
  }

  @Test
  void hideInMessagesAndTextsWhatIsSensitive() {
    Payer payer = Payer.builder().name("Ann").city("Bern").build().withName("Beatrice");

    assertThat(payer.name()).isEqualTo("Beatrice");
    assertThat(payer.toString()).isEqualTo("Payer[name=***, city=Bern]");
    assertThatThrownBy(() -> payer.withName("Beatrice".repeat(11)))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Beatrice"));
  }

  private static Account account() {
    return Account.builder().id(new UUID(1, 2)).owner("Ann").number(7).opened(OPENED).build();
  }
}
