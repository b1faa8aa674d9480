package dev.keyplan.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in human words why a text is not YAML. */
final class YamlProblem {
  private final SourceFile file;
  private final CodePoints codePoints;

  YamlProblem(SourceFile file, CodePoints codePoints) {
    this.file = file;
    this.codePoints = codePoints;
  }

  /**
   * @param last the last token before the problem, for problems that have no place of their own
   */
  Diagnostic diagnostic(JsonProcessingException exception, Span last) {
    Throwable cause = exception.getCause();
    if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return diagnostic(marked);
    }
    if (cause instanceof ReaderException unreadable) {
      return DataError.DATA_NOT_YAML
          .at(
              character(unreadable.getPosition()),
              "YAML does not allow the character U+%04X".formatted(unreadable.getCodePoint()))
          .withHint("in double quotes, an escape can stand for it");
    }
    if (String.valueOf(exception.getOriginalMessage()).startsWith("Expected a field name")) {
      return DataError.DATA_NOT_YAML.at(last, "a name cannot be a list or a mapping");
    }
    return DataError.DATA_NOT_YAML.at(last, "this is not YAML that can be read");
  }

  private Diagnostic diagnostic(MarkedYAMLException problem) {
    String what = String.valueOf(problem.getProblem());
    String during = String.valueOf(problem.getContext());
    Span place = character(problem.getProblemMark());
    if (what.contains("TAB")) {
      return DataError.DATA_NOT_YAML
          .at(place, "YAML cannot be indented with tabs")
          .withHint("use spaces");
    }
    if (during.contains("quoted scalar") && what.contains("found unexpected")) {
      return DataError.DATA_NOT_YAML.at(context(problem), "this quote is never closed");
    }
    if (what.contains("escape")) {
      return DataError.DATA_NOT_YAML
          .at(place, "there is no such escape in double quotes")
          .withHint("write `\\\\` for a backslash, or put the text in single quotes");
    }
    if (what.contains("cannot start any token")) {
      return DataError.DATA_NOT_YAML
          .at(place, "a text cannot begin with `%s`".formatted(place.text()))
          .withHint("put the text in quotes");
    }
    if (what.contains("mapping values are not allowed")) {
      return DataError.DATA_NOT_YAML
          .at(place, "a `:` cannot stand here")
          .withHint("put a text with `: ` in quotes, or correct the indentation");
    }
    if (what.contains("sequence entries are not allowed")) {
      return DataError.DATA_NOT_YAML
          .at(place, "a list cannot begin here")
          .withHint("begin it on a line of its own, or write `[a, b]`");
    }
    if (what.contains("could not find expected ':'")) {
      return DataError.DATA_NOT_YAML
          .at(context(problem), "a `:` and a value are missing behind this name")
          .withHint("write `name: value`, or put a text of several lines in quotes");
    }
    if (during.contains("flow sequence")) {
      return unclosed(problem, "[", "]");
    }
    if (during.contains("flow mapping")) {
      return unclosed(problem, "{", "}");
    }
    if (what.contains("expected the node content")) {
      return DataError.DATA_NOT_YAML.at(place, "a value is missing before this");
    }
    if (during.contains("block scalar")) {
      return DataError.DATA_NOT_YAML.at(
          place, "behind a `|` or `>`, the text begins on the next line");
    }
    if (during.contains("scanning an anchor") || during.contains("scanning a tag")) {
      return DataError.DATA_NOT_YAML
          .at(place, "a text cannot begin with `&`, `*` or `!`")
          .withHint("put the text in quotes");
    }
    if (what.contains("expected <block end>") || what.contains("expected '<document start>'")) {
      return DataError.DATA_NOT_YAML
          .at(place, "this does not belong to what stands before it")
          .withHint("indent the lines of a list or a mapping alike, and quote all of a text");
    }
    return DataError.DATA_NOT_YAML.at(place, "this is not YAML that can be read");
  }

  private Diagnostic unclosed(MarkedYAMLException problem, String opening, String closing) {
    return DataError.DATA_NOT_YAML
        .at(
            character(problem.getProblemMark()),
            "a `,` or the closing `%s` is missing before this".formatted(closing))
        .withRelated(context(problem), "it would close this `%s`".formatted(opening));
  }

  private Span context(MarkedYAMLException problem) {
    Mark context = problem.getContextMark();
    return character(context == null ? problem.getProblemMark() : context);
  }

  private Span character(Mark mark) {
    return character(mark.getIndex());
  }

  private Span character(int index) {
    int start = codePoints.offset(index);
    int end = codePoints.offset(index + 1L);
    boolean isInLine = start < end && file.text().charAt(start) != '\n';
    return file.span(start, isInLine ? end : start);
  }
}
