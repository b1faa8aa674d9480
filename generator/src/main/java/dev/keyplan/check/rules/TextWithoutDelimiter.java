package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.Model;
import java.util.List;

/**
 * A text in a template that is not its last part must be followed by a literal character. It may
 * then not contain that character, and the key can be told apart: {@code "{name}{id}"} makes one
 * key of {@code ("ab", "c")} and {@code ("a", "bc")}. A text of a form that says where it ends,
 * such as {@code string("[A-Z]{3}")}, needs no such character.
 */
public final class TextWithoutDelimiter implements ModelRule {
  public static final String ID = "TEXT_WITHOUT_DELIMITER";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return EntityKeys.holes(model).stream()
        .filter(hole -> !hole.hole().isLast() && hole.hole().delimiter().isEmpty())
        .filter(hole -> hole.hole().function().isEmpty())
        .filter(hole -> mayGoOn(hole.hole().attribute().type()))
        .map(TextWithoutDelimiter::diagnostic)
        .toList();
  }

  /** Whether a text may be the beginning of another, so that nobody knows where it ends. */
  private static boolean mayGoOn(AttributeType type) {
    return type instanceof StringType text && !text.facts().isPrefixFree();
  }

  private static Diagnostic diagnostic(EntityKeys.OwnHole hole) {
    String name = hole.hole().attribute().name();
    return Diagnostic.error(
            ID,
            hole.hole().span(),
            "nothing separates the text `%s` from what follows".formatted(name))
        .withLabel("two different items could have one key")
        .withHint(
            "put a character behind it that it never contains: `{%s}#`; or say where it ends: `string(\"[A-Z]{3}\")`"
                .formatted(name));
  }
}
