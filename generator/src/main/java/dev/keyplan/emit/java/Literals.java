package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Long texts as string literals. */
final class Literals {
  private static final int WIDTH = 62;

  private Literals() {}

  /** One literal, or several with a plus between them, broken at spaces. */
  static CodeBlock wrapped(String text) {
    return isLong(text) ? CodeBlock.of("\n$>$>$L$<$<", lines(text)) : lines(text);
  }

  /** Whether it is more than one literal. */
  static boolean isLong(String text) {
    return text.length() > WIDTH && text.lastIndexOf(' ', WIDTH) > 0;
  }

  /** The same without the line before them. */
  static CodeBlock lines(String text) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (isLong(rest)) {
      int end = rest.lastIndexOf(' ', WIDTH);
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    lines.add(rest);
    return lines.stream().map(line -> CodeBlock.of("$S", line)).collect(CodeBlock.joining("\n+ "));
  }
}
