package dev.keyplan.resolve;

import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.TextLiteral;
import java.util.Locale;

/** What an attribute is called in DynamoDB if the model does not say. */
enum Naming {
  AS_DECLARED,
  /** {@code shippedAt} as {@code shipped_at}, {@code pageURL} as {@code page_url}. */
  SNAKE_CASE;

  String storedName(AttributeDeclaration declaration) {
    return declaration
        .storedName()
        .map(TextLiteral::value)
        .orElseGet(() -> of(declaration.name().text()));
  }

  private String of(String name) {
    return switch (this) {
      case AS_DECLARED -> name;
      case SNAKE_CASE -> snakeCase(name);
    };
  }

  /** A word begins at a capital behind something else, and at the last of several capitals. */
  private static String snakeCase(String name) {
    int[] letters = name.codePoints().toArray();
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < letters.length; i++) {
      boolean beginsWord =
          i > 0
              && Character.isUpperCase(letters[i])
              && letters[i - 1] != '_'
              && (!Character.isUpperCase(letters[i - 1])
                  || (i + 1 < letters.length && Character.isLowerCase(letters[i + 1])));
      if (beginsWord) {
        snake.append('_');
      }
      snake.appendCodePoint(letters[i]);
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }
}
