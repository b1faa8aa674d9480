package dev.keyplan.resolve;

import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.KeyType;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.TableDeclaration.KeySide;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Resolves the two sides of a table's or index's key. */
final class KeySchemas {
  private KeySchemas() {}

  static KeySchema resolve(Optional<KeySide> partition, Optional<KeySide> sort, Reporter reporter) {
    return new KeySchema(attributes(partition, reporter), attributes(sort, reporter));
  }

  private static List<KeyAttribute> attributes(Optional<KeySide> side, Reporter reporter) {
    return side.map(KeySide::attributes).orElse(List.of()).stream()
        .map(
            attribute ->
                new KeyAttribute(
                    attribute.name().value(), type(attribute, reporter), attribute.span()))
        .toList();
  }

  private static KeyType type(TableDeclaration.KeyAttribute attribute, Reporter reporter) {
    if (attribute.type().isEmpty()) {
      return KeyType.STRING;
    }
    Name word = attribute.type().get();
    for (KeyType type : KeyType.values()) {
      if (type.word().equals(word.text())) {
        return type;
      }
    }
    reporter.report(
        Suggestions.add(
            ResolutionError.TYPE_UNKNOWN
                .at(word.span(), "`%s` is no type of a key attribute".formatted(word.text()))
                .withHint(meant(word.text())),
            word.text(),
            Arrays.stream(KeyType.values()).map(KeyType::word).toList()));
    return KeyType.STRING;
  }

  /** DynamoDB's own letters for the types. */
  private static String meant(String text) {
    return switch (text) {
      case "S" -> "write `string`, which needs not be said";
      case "N" -> "write `number`";
      case "B" -> "write `binary`";
      default -> "in DynamoDB these are `string`, `number` and `binary`";
    };
  }
}
