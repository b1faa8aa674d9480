package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.Model;
import dev.keyplan.model.Table;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ttl} names is not in the primary key: an item's key never changes, so that its life
 * could not be prolonged, and no item could be without an end.
 */
public final class TtlAttributeInKey implements ModelRule {
  public static final String ID = "TTL_ATTRIBUTE_IN_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.tables().stream().flatMap(table -> check(table).stream()).toList();
  }

  private static Optional<Diagnostic> check(Table table) {
    return table
        .settings()
        .timeToLive()
        .flatMap(
            ttl ->
                table.key().attributes().stream()
                    .filter(key -> key.name().equals(ttl.attribute()))
                    .findFirst()
                    .map(
                        (KeyAttribute key) ->
                            Diagnostic.error(
                                    ID,
                                    ttl.span(),
                                    "`%s` is part of the primary key, and cannot say when an item"
                                            .formatted(ttl.attribute())
                                        + " expires")
                                .withRelated(key.span(), "a key never changes")
                                .withHint("store the time as an attribute of its own")));
  }
}
