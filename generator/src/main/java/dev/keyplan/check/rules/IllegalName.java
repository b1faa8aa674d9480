package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.model.Projection;
import dev.keyplan.model.Table;
import dev.keyplan.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names that DynamoDB accepts. Tables and indexes: 3 to 255 of {@code a-z A-Z 0-9 _ . -}. Key
 * attributes and projected ones: 1 to 255 bytes in UTF-8. Other attributes: 1 to 65,535 bytes.
 */
public final class IllegalName implements ModelRule {
  public static final String ID = "ILLEGAL_NAME";

  @Override
  public String id() {
    return ID;
  }

  private static final Pattern RESOURCE = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Table table : model.tables()) {
      resource("table", table.name().name(), table.tableName(), table.span()).ifPresent(found::add);
      table.key().attributes().forEach(key -> found.addAll(attribute(key)));
      table
          .typeAttribute()
          .flatMap(name -> attribute(name, table.span(), Limits.BYTES_OF_A_NAME))
          .ifPresent(found::add);
      for (Index index : table.indexes()) {
        resource("index", index.name(), index.indexName(), index.span()).ifPresent(found::add);
        index.key().attributes().forEach(key -> found.addAll(attribute(key)));
        if (index.projection() instanceof Projection.Include include) {
          for (String name : include.attributes()) {
            attribute(name, index.span(), Limits.BYTES_OF_A_KEY_NAME).ifPresent(found::add);
          }
        }
      }
    }
    for (Entity entity : model.entities()) {
      entity.attributes().stream()
          .map(a -> attribute(a.storedName(), a.span(), Limits.BYTES_OF_A_NAME))
          .flatMap(Optional::stream)
          .forEach(found::add);
    }
    return found;
  }

  private static Optional<Diagnostic> resource(
      String kind, String declaredName, String name, Span span) {
    if (RESOURCE.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(ID, span, "DynamoDB allows no %s called `%s`".formatted(kind, name))
            .withLabel("3 to 255 letters, digits, `_`, `.` and `-`")
            .withHint(
                "give it another name in DynamoDB: `%s %s \"physical-name\"`"
                    .formatted(kind, declaredName)));
  }

  private static List<Diagnostic> attribute(KeyAttribute key) {
    return attribute(key.name(), key.span(), Limits.BYTES_OF_A_KEY_NAME).stream().toList();
  }

  private static Optional<Diagnostic> attribute(String name, Span span, int most) {
    if (name.isEmpty()) {
      return Optional.of(Diagnostic.error(ID, span, "an attribute needs a name in DynamoDB"));
    }
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > most) {
      return Optional.of(
          Diagnostic.error(
              ID,
              span,
              "this name has %d bytes; DynamoDB allows %d for it".formatted(bytes, most)));
    }
    return Optional.empty();
  }
}
