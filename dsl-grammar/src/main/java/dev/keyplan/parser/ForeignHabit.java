package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanLexer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people write out of habit with other languages, and what it means here. */
enum ForeignHabit {
  SEMICOLON(KeyplanLexer.SEMICOLON, KeyplanLexer.UNKNOWN, "no `;` is needed"),
  EQUALITY(KeyplanLexer.EQUAL_EQUAL, KeyplanLexer.EQUAL, "equality is a single `=`"),
  INEQUALITY(KeyplanLexer.BANG_EQUAL, KeyplanLexer.NOT_EQUAL, "inequality is written `<>`"),
  CONJUNCTION(KeyplanLexer.AND_AND, KeyplanLexer.AND, "`and` is written as a word"),
  DISJUNCTION(KeyplanLexer.OR_OR, KeyplanLexer.OR, "`or` is written as a word"),
  ASSIGNMENT(KeyplanLexer.COLON_EQUAL, KeyplanLexer.EQUAL, "a value is given with `=`"),
  COMMENT_OF_DASHES(KeyplanLexer.DASH_COMMENT, KeyplanLexer.UNKNOWN, "a comment begins with `//`"),
  COMMENT_OF_HASH(KeyplanLexer.HASH_COMMENT, KeyplanLexer.UNKNOWN, "a comment begins with `//`"),
  COMMENT_OF_BLOCK(KeyplanLexer.BLOCK_COMMENT, KeyplanLexer.UNKNOWN, "a comment begins with `//`"),
  SPACE(KeyplanLexer.FOREIGN_SPACE, KeyplanLexer.UNKNOWN, "this is not an ordinary space"),
  QUOTES(KeyplanLexer.FOREIGN_TEXT, KeyplanLexer.FOREIGN_TEXT, "a text stands in `\"`");

  private static final Map<Integer, ForeignHabit> BY_TYPE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(h -> h.type, h -> h));

  private final int type;
  private final int meaning;
  private final String message;

  ForeignHabit(int type, int meaning, String message) {
    this.type = type;
    this.meaning = meaning;
    this.message = message;
  }

  /** The habit that a type of token shows. */
  static Optional<ForeignHabit> of(int type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /** Whether the token means something; if not, it is read as if it were not there. */
  boolean isKept() {
    return meaning != KeyplanLexer.UNKNOWN;
  }

  /** The type of token it is read as. */
  int meaning() {
    return meaning;
  }

  String id() {
    return switch (this) {
      case QUOTES -> "FOREIGN_QUOTES";
      case SPACE -> "FOREIGN_SPACE";
      case COMMENT_OF_DASHES, COMMENT_OF_HASH, COMMENT_OF_BLOCK -> "FOREIGN_COMMENT";
      default -> "FOREIGN_SIGN";
    };
  }

  String message() {
    return message;
  }

  /** What to do about the token with a text. */
  String hint(String text) {
    return switch (this) {
      case SEMICOLON -> "remove it: words and braces tell where things end";
      case COMMENT_OF_BLOCK -> "put `//` before each of its lines";
      case SPACE -> "replace it by a space; it may have been pasted with the text around it";
      case COMMENT_OF_DASHES, COMMENT_OF_HASH -> "write `//` instead";
      default -> "write `%s`".formatted(replacement(text).orElse(text));
    };
  }

  /** What a tool offers to do. */
  String title() {
    return switch (this) {
      case SEMICOLON -> "Remove every `;`";
      case SPACE -> "Use ordinary spaces";
      case QUOTES -> "Use straight double quotes";
      case COMMENT_OF_DASHES, COMMENT_OF_HASH, COMMENT_OF_BLOCK -> "Use `//`";
      default -> "Use the sign of this language";
    };
  }

  /** What belongs in the place of a token with a text, if that can be said. */
  Optional<String> replacement(String text) {
    return switch (this) {
      case SEMICOLON -> Optional.of("");
      case EQUALITY, ASSIGNMENT -> Optional.of("=");
      case INEQUALITY -> Optional.of("<>");
      case CONJUNCTION -> Optional.of("and");
      case DISJUNCTION -> Optional.of("or");
      case COMMENT_OF_DASHES -> Optional.of("//" + text.substring(2));
      case COMMENT_OF_HASH -> Optional.of("//" + text.substring(1));
      case COMMENT_OF_BLOCK -> Optional.empty();
      case SPACE -> Optional.of(" ");
      case QUOTES -> quoted(text.substring(1, text.length() - 1));
    };
  }

  private static Optional<String> quoted(String content) {
    boolean needsEscape = content.indexOf('"') >= 0 || content.indexOf('\\') >= 0;
    return needsEscape ? Optional.empty() : Optional.of('"' + content + '"');
  }
}
