package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Each entity of a table has its own text in the type attribute, by which its items are told apart.
 */
public final class EntityTypeRepeated implements ModelRule {
  public static final String ID = "ENTITY_TYPE_REPEATED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    Map<List<String>, Entity> seen = new HashMap<>();
    for (Entity entity : model.entities()) {
      if (entity.table().typeAttribute().isEmpty()) {
        continue;
      }
      Entity first =
          seen.putIfAbsent(List.of(entity.table().name().toString(), entity.typeValue()), entity);
      if (first != null) {
        found.add(
            Diagnostic.error(
                    ID,
                    entity.span(),
                    "two entities of the table `%s` are stored as `%s`"
                        .formatted(entity.table().name().name(), entity.typeValue()))
                .withRelated(first.span(), "the other")
                .withHint(
                    "store another text: `entity %s \"…\" in %s`"
                        .formatted(entity.name().name(), entity.table().name().name())));
      }
    }
    return found;
  }
}
