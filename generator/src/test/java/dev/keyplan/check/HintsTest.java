package dev.keyplan.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Hints that can be pasted are pasted, in all models of {@code check} that get one: the report is
 * gone, and there is no other of its kind in its place.
 */
class HintsTest {
  private static final Pattern MEANT = Pattern.compile("did you mean `([^`]+)`\\?");
  private static final Pattern ITSELF = Pattern.compile("write the attribute itself: `([^`]+)`");
  private static final Pattern CONDITION = Pattern.compile("^`(if [^`]+)`");
  private static final Pattern LINE = Pattern.compile("^`(\\w+ : \\w+ @\\w+)`$");
  private static final Pattern REFERENCE = Pattern.compile("refer to one: `(\\w+) : ([\\w.]+)`");
  private static final Pattern ENTITIES = Pattern.compile("query ([\\w, ]+?) where");

  /** A report, and the model with what its hint says. */
  private record Pasted(Diagnostic diagnostic, String text) {}

  @TestFactory
  Stream<DynamicTest> mendWhatTheyAreAbout() throws IOException {
    return pasted().stream()
        .map(
            pasted -> {
              Diagnostic before = pasted.diagnostic();
              String name = before.id() + ": " + before.hint().orElseThrow();
              return dynamicTest(name, () -> check(pasted));
            });
  }

  @Test
  void areFound() throws IOException {
    assertThat(pasted().stream().map(pasted -> pasted.diagnostic().id()))
        .contains(
            "NAME_UNKNOWN",
            "TYPE_UNKNOWN",
            "WORD_UNKNOWN",
            "TEMPLATE_IS_ATTRIBUTE",
            "NAME_NOT_SHARED",
            "UNBOUNDED_GROWTH",
            "EXPRESSION_TOO_LARGE");
  }

  private static void check(Pasted pasted) {
    Diagnostic mended = pasted.diagnostic();
    List<String> before = messages(mended.id(), mended.span().file().text());
    List<String> after = messages(mended.id(), pasted.text());

    assertThat(after).as(pasted.text()).hasSize(before.size() - 1);
  }

  private static List<Pasted> pasted() throws IOException {
    List<Pasted> all = new ArrayList<>();
    for (Path folder : DiagnosticFixturesTest.folders()) {
      for (Diagnostic diagnostic : compile(Files.readString(folder.resolve("bad.keyplan")))) {
        pasted(diagnostic).map(text -> new Pasted(diagnostic, text)).ifPresent(all::add);
      }
    }
    return all;
  }

  /** The model with what the hint says, if that can be pasted. */
  private static Optional<String> pasted(Diagnostic diagnostic) {
    String hint = diagnostic.hint().orElse("");
    Span span = diagnostic.span();
    Matcher meant = MEANT.matcher(hint);
    Matcher itself = ITSELF.matcher(hint);
    Matcher condition = CONDITION.matcher(hint);
    Matcher line = LINE.matcher(hint);
    Matcher reference = REFERENCE.matcher(hint);
    if (meant.find()) {
      return Optional.of(replaced(span, meant.group(1)));
    }
    if (itself.find()) {
      return Optional.of(replaced(span, itself.group(1)));
    }
    if (condition.find()) {
      return Optional.of(replaced(span, span.text() + " " + condition.group(1)));
    }
    if (line.find() && !diagnostic.related().isEmpty()) {
      Span entity = diagnostic.related().get(0).span();
      return Optional.of(insertedAfterBrace(entity, line.group(1)));
    }
    return reference.find()
        ? Optional.of(referring(span, reference.group(1), reference.group(2)))
        : Optional.empty();
  }

  private static String replaced(Span span, String replacement) {
    String text = span.file().text();
    return text.substring(0, span.start()) + replacement + text.substring(span.end());
  }

  private static String insertedAfterBrace(Span entity, String line) {
    String text = entity.file().text();
    int inside = text.indexOf('{', entity.end()) + 1;
    return text.substring(0, inside) + "\n  " + line + text.substring(inside);
  }

  /** The attribute of this name refers to another one, in the entities that the pattern names. */
  private static String referring(Span inPattern, String name, String reference) {
    String text = inPattern.file().text();
    int start = text.lastIndexOf("pattern ", inPattern.start());
    Matcher entities = ENTITIES.matcher(text.substring(start));
    assertThat(entities.find()).isTrue();
    for (String entity : entities.group(1).split(", ", -1)) {
      int body = text.indexOf("entity " + entity + " ");
      String whole = text.substring(body, text.indexOf("\n}", body));
      String changed = whole.replaceFirst("\\b" + name + "\\s*: \\S+", name + " : " + reference);
      text = text.replace(whole, changed);
    }
    return text;
  }

  private static List<String> messages(String id, String text) {
    return compile(text).stream().filter(d -> d.id().equals(id)).map(Diagnostic::message).toList();
  }

  private static List<Diagnostic> compile(String text) {
    SourceFile source = new SourceFile("bad.keyplan", text);
    return new ModelCompiler().compile(new Sources(List.of(source), List.of())).diagnostics();
  }
}
