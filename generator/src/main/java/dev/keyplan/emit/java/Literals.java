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
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > 0) {
      int end = rest.lastIndexOf(' ', WIDTH);
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    lines.add(rest);
    CodeBlock literals =
        lines.stream().map(line -> CodeBlock.of("$S", line)).collect(CodeBlock.joining("\n+ "));
    return lines.size() == 1 ? literals : CodeBlock.of("\n$>$>$L$<$<", literals);
  }
}
