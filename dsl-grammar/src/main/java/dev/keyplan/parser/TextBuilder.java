package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanParser.HoleContext;
import dev.keyplan.parser.antlr.KeyplanParser.HoleFunctionContext;
import dev.keyplan.parser.antlr.KeyplanParser.TextContext;
import dev.keyplan.parser.antlr.KeyplanParser.TextPartContext;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Template;
import dev.keyplan.syntax.TextLiteral;
import java.util.ArrayList;
import java.util.List;

/** Builds quoted texts: names and other plain texts, and the templates of keys. */
final class TextBuilder {
  private final Spans spans;
  private final WordBuilder words;
  private final LiteralBuilder literals;
  private final PathBuilder paths;
  private final Problems problems;

  TextBuilder(Spans spans, WordBuilder words, Problems problems) {
    this.spans = spans;
    this.words = words;
    this.literals = new LiteralBuilder(words, this);
    this.paths = new PathBuilder(spans, words, this);
    this.problems = problems;
  }

  /** A literal of any kind: it may be a text, and a text may have literals in its holes. */
  LiteralBuilder literals() {
    return literals;
  }

  /** Paths: they may have texts in them, and texts have paths in their holes. */
  PathBuilder paths() {
    return paths;
  }

  /** A text in which a hole has no meaning. */
  TextLiteral plain(TextContext context) {
    for (TextPartContext part : context.textPart()) {
      if (part.hole() != null) {
        problems.add(holeInPlainText(part.hole()));
      }
    }
    StringBuilder value = new StringBuilder();
    for (Template.Part part : parts(context)) {
      value.append(part instanceof Template.Text text ? text.value() : part.span().text());
    }
    return new TextLiteral(value.toString(), spans.of(context));
  }

  /** A text that may have holes. */
  Template template(TextContext context) {
    for (TextPartContext part : context.textPart()) {
      if (part.REPETITION() != null) {
        problems.add(numberInHole(spans.of(part)));
      }
    }
    return new Template(parts(context), spans.of(context));
  }

  private List<Template.Part> parts(TextContext context) {
    if (context.FOREIGN_TEXT() != null) {
      String text = context.getText();
      String value = text.substring(1, text.length() - 1);
      return value.isEmpty() ? List.of() : List.of(new Template.Text(value, spans.of(context)));
    }
    TextPartCollector collector = new TextPartCollector(spans.file());
    for (TextPartContext part : context.textPart()) {
      if (part.hole() == null) {
        collector.text(unescaped(part), spans.of(part));
      } else {
        collector.hole(hole(part.hole()));
      }
    }
    return collector.parts();
  }

  private static String unescaped(TextPartContext part) {
    return part.ESCAPE() == null ? part.getText() : part.getText().substring(1);
  }

  private Template.Hole hole(HoleContext context) {
    List<Template.Function> functions = new ArrayList<>();
    for (HoleFunctionContext function : context.holeFunction()) {
      functions.add(
          new Template.Function(
              words.name(function.word()),
              literals.literals(function.literal()),
              spans.between(function.word().getStart(), function.getStop())));
    }
    return new Template.Hole(paths.path(context.path()), functions, spans.of(context));
  }

  private static Diagnostic numberInHole(Span span) {
    String inside = span.text().substring(1, span.text().length() - 1);
    String escaped = "\\{" + inside + "\\}";
    return Diagnostic.error("MALFORMED_HOLE", span, "a hole names an attribute")
        .withHint("write `{name}`, or `%s` if the braces belong to the text".formatted(escaped))
        .withFix(Fix.replace("Write the braces as text", span, escaped));
  }

  private Diagnostic holeInPlainText(HoleContext hole) {
    Span span = spans.of(hole);
    String inside = span.text().substring(1, span.text().length() - 1);
    String escaped = "\\{" + inside + "\\}";
    return Diagnostic.error(
            "HOLE_NOT_ALLOWED",
            span,
            "`%s` is a hole, and only keys have holes".formatted(span.text()))
        .withHint("write `%s` if the braces belong to the text".formatted(escaped))
        .withFix(Fix.replace("Write the braces as text", span, escaped));
  }
}
