package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.model.Tag;
import java.util.List;

/** A table has up to 50 tags. */
public final class TooManyTags implements ModelRule {
  public static final String ID = "TOO_MANY_TAGS";

  private static final int MOST = 50;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.tables().stream()
        .map(table -> table.settings().tags())
        .filter(tags -> tags.size() > MOST)
        .map(TooManyTags::diagnostic)
        .toList();
  }

  private static Diagnostic diagnostic(List<Tag> tags) {
    return Diagnostic.error(
            ID,
            tags.get(MOST).span(),
            "a table has up to %d tags, and here are %d".formatted(MOST, tags.size()))
        .withLabel("one too many");
  }
}
