package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.model.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tags that AWS accepts: a key of 1 to 128 characters, a value of up to 256, both of letters,
 * digits, spaces and {@code + - = . _ : / @}, and not of the names that AWS keeps for itself.
 */
public final class IllegalTag implements ModelRule {
  public static final String ID = "ILLEGAL_TAG";

  private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}+\\-=._:/@]*");
  private static final int KEY_LENGTH = 128;
  private static final int VALUE_LENGTH = 256;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.tables().stream()
        .flatMap(table -> table.settings().tags().stream())
        .flatMap(tag -> mistake(tag).map(m -> Diagnostic.error(ID, tag.span(), m)).stream())
        .toList();
  }

  private static Optional<String> mistake(Tag tag) {
    if (tag.key().isEmpty()) {
      return Optional.of("a tag has a key");
    }
    if (isReserved(tag.key()) || isReserved(tag.value())) {
      return Optional.of("what begins with `aws:` is kept for tags of AWS");
    }
    return mistake("key", tag.key(), KEY_LENGTH)
        .or(() -> mistake("value", tag.value(), VALUE_LENGTH));
  }

  private static Optional<String> mistake(String side, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      return Optional.of(
          "the %s of this tag has %d characters, and AWS allows %d".formatted(side, length, most));
    }
    return CHARACTERS.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(
            "the %s of a tag has letters, digits, spaces and `+ - = . _ : / @` only"
                .formatted(side));
  }

  private static boolean isReserved(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith("aws:");
  }
}
