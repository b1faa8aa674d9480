package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Javadoc from pieces of text. Whatever a design says is shown as it is written and can neither end
 * the comment nor be read as HTML, as a tag or as a unicode escape.
 */
final class JavadocText {
  private static final int WIDTH = 92;

  private final List<String> paragraphs = new ArrayList<>();
  private final List<Tag> tags = new ArrayList<>();

  /** A block tag; the type is that of a {@code @throws}, which the file then imports. */
  private record Tag(Optional<ClassName> type, String html) {}

  /** The documentation of a declaration, if it has any, else a sentence of ours. */
  static JavadocText of(Optional<String> documentation, String otherwise) {
    JavadocText text = new JavadocText();
    documentation
        .filter(d -> !d.isBlank())
        .ifPresentOrElse(
            d -> {
              for (String paragraph : d.strip().split("\n[ \t]*\n")) {
                text.paragraphs.add(escape(paragraph));
              }
            },
            () -> text.paragraphs.add(otherwise));
    return text;
  }

  /** Text of ours; what comes from a design in it has to be escaped. */
  static JavadocText of(String html) {
    return of(Optional.empty(), html);
  }

  /** Adds a paragraph of ours. */
  JavadocText paragraph(String html) {
    paragraphs.add(html);
    return this;
  }

  /** Adds a {@code @param}. */
  JavadocText parameter(String name, String html) {
    int parameters = (int) tags.stream().filter(tag -> tag.type().isEmpty()).count();
    tags.add(parameters, new Tag(Optional.empty(), "@param " + name + " " + html));
    return this;
  }

  /** Adds a {@code @throws}. */
  JavadocText exception(ClassName type, String when) {
    tags.add(new Tag(Optional.of(type), "@throws " + type.simpleName() + " " + when));
    return this;
  }

  /** The text between the comment marks. */
  CodeBlock toCode() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < paragraphs.size(); i++) {
      code.add("$L", i == 0 ? "" : "\n\n<p>");
      code.add("$L", wrapped(paragraphs.get(i), i == 0 ? 0 : 3, ""));
    }
    String separator = "\n\n";
    for (Tag tag : tags) {
      String text = wrapped(tag.html(), 0, "    ");
      if (tag.type().isPresent()) {
        ClassName type = tag.type().get();
        String when = text.substring("@throws ".length() + type.simpleName().length());
        code.add("$L@throws $T$L", separator, type, when);
      } else {
        code.add("$L$L", separator, text);
      }
      separator = "\n";
    }
    return code.build();
  }

  /** Text of a design, as itself. */
  static String escape(String text) {
    return text.codePoints()
        .mapToObj(JavadocText::escape)
        .collect(Collectors.joining())
        .replace("*/", "*&#47;");
  }

  /** Text of a design, set as code. */
  static String code(String text) {
    return fitsCodeTag(text) ? "{@code " + text + "}" : "<code>" + escape(text) + "</code>";
  }

  /** A line comment of a design: one line, and no escape in it. */
  static String comment(String text) {
    return text.codePoints()
        .mapToObj(c -> c == '\\' || isInvisible(c) || c == '\n' ? "?" : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static String escape(int c) {
    if (c == '\n' || c == '\t') {
      return c == '\n' ? "\n" : " ";
    }
    if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
      // HTML has no reference for them.
      return String.format(Locale.ROOT, "&#92;u%04x", c);
    }
    return "&<>@{}\\".indexOf(c) >= 0 || isInvisible(c)
        ? String.format(Locale.ROOT, "&#%d;", c)
        : Character.toString(c);
  }

  /** Control characters, halves of pairs, and those that change the direction of text. */
  private static boolean isInvisible(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean fitsCodeTag(String text) {
    int depth = 0;
    for (int c : text.codePoints().toArray()) {
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth < 0 || c == '\\' || c == '@' || isInvisible(c)) {
        return false;
      }
    }
    return depth == 0 && !text.contains("*/") && !text.contains("/*");
  }

  private static String wrapped(String text, int firstIndent, String indent) {
    StringBuilder lines = new StringBuilder();
    int column = firstIndent;
    for (String word : text.strip().split("\\s+")) {
      if (lines.isEmpty()) {
        lines.append(word);
      } else if (column + 1 + word.length() > WIDTH) {
        lines.append('\n').append(indent).append(word);
        column = indent.length() - 1 - 1;
      } else {
        lines.append(' ').append(word);
      }
      column += 1 + word.length();
    }
    return lines.toString();
  }
}
