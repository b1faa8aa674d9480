package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.Model;
import dev.keyplan.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A key attribute has one type in all keys of its table: DynamoDB knows each name once. */
public final class KeyAttributeTypeConflict implements ModelRule {
  public static final String ID = "KEY_ATTRIBUTE_TYPE_CONFLICT";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Table table : model.tables()) {
      Map<String, KeyAttribute> seen = new HashMap<>();
      Stream.concat(Stream.of(table.key()), table.indexes().stream().map(Index::key))
          .flatMap(key -> key.attributes().stream())
          .forEach(attribute -> check(attribute, seen, found));
    }
    return found;
  }

  private static void check(
      KeyAttribute attribute, Map<String, KeyAttribute> seen, List<Diagnostic> found) {
    KeyAttribute first = seen.putIfAbsent(attribute.name(), attribute);
    if (first != null && first.type() != attribute.type()) {
      found.add(
          Diagnostic.error(ID, attribute.span(), "`%s` has two types".formatted(attribute.name()))
              .withLabel("a %s here".formatted(attribute.type().word()))
              .withRelated(first.span(), "a %s here".formatted(first.type().word()))
              .withHint(
                  "`%s: %s` in both places".formatted(attribute.name(), number(first, attribute))));
    }
  }

  /** Whichever of the two is not the type that is meant if nothing is said. */
  private static String number(KeyAttribute first, KeyAttribute second) {
    return (first.type() == KeyType.STRING ? second : first).type().word();
  }
}
