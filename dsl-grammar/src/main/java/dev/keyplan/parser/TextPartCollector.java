package dev.keyplan.parser;

import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Template;
import java.util.ArrayList;
import java.util.List;

/** Joins neighbouring pieces of text, which escapes keep apart, to one part of a template. */
final class TextPartCollector {
  private final SourceFile file;
  private final List<Template.Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int textStart;
  private int textEnd;

  TextPartCollector(SourceFile file) {
    this.file = file;
  }

  void text(String value, Span span) {
    if (text.length() == 0) {
      textStart = span.start();
    }
    text.append(value);
    textEnd = span.end();
  }

  void hole(Template.Hole hole) {
    endText();
    parts.add(hole);
  }

  List<Template.Part> parts() {
    endText();
    return List.copyOf(parts);
  }

  private void endText() {
    if (text.length() > 0) {
      parts.add(new Template.Text(text.toString(), file.span(textStart, textEnd)));
      text.setLength(0);
    }
  }
}
