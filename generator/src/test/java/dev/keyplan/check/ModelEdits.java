package dev.keyplan.check;

import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which a user puts a piece of the language to where a report points. Each method gives
 * the models that come of it; there may be several places, or none.
 */
record ModelEdits(Span span) {
  private static final String CLAUSES =
      "where|filter|order|limit|page|consistent|select|fetch|via|set|append|prepend|add|remove|if"
          + "|returns|rate|expect";
  private static final String END = "(?=\\s+(?:" + CLAUSES + ")\\b|\\s*})";
  private static final Pattern DECLARATION =
      Pattern.compile("^(?:namespace|table|entity|struct|enum|pattern)\\b", Pattern.MULTILINE);

  private String text() {
    return span.file().text();
  }

  private String with(int start, int end, String replacement) {
    return text().substring(0, start) + replacement + text().substring(end);
  }

  List<String> replaced(String piece) {
    return List.of(with(span.start(), span.end(), piece));
  }

  List<String> behind(String piece) {
    int end = text().indexOf('\n', span.end());
    int line = end < 0 ? text().length() : end;
    return List.of(
        with(span.end(), span.end(), " " + piece),
        with(line, line, " " + piece),
        with(span.start(), line, piece),
        with(span.end(), line, " " + piece));
  }

  /** For the path that ends with the span, the comparison, the line that begins before it. */
  List<String> replacedFromBefore(String piece) {
    String before = text().substring(0, span.start());
    List<String> all = new ArrayList<>();
    for (String left :
        List.of("[\\w.]+", "[\\w.]+ +(?:in|=|<>|<=?|>=?|contains) +", "\\w+ +", " */ *")) {
      Matcher found = Pattern.compile(left + "$").matcher(before);
      if (found.find()) {
        all.add(with(found.start(), span.end(), piece));
      }
    }
    return all;
  }

  /** For all from another span to this one, in whatever order. */
  String replacedTo(Span other, String piece) {
    int start = Math.min(span.start(), other.start());
    return with(start, Math.max(span.end(), other.end()), piece);
  }

  /** For the clause that the span is in. */
  List<String> enclosingClause(String piece) {
    int[] pattern = declaration(span.start());
    List<String> all = new ArrayList<>();
    Matcher clause = Pattern.compile("\\b(?:" + CLAUSES + ")\\b[^}]*?" + END).matcher(text());
    clause.region(pattern[0], pattern[1]);
    while (clause.find()) {
      if (clause.start() <= span.start() && span.end() <= clause.end()) {
        all.add(with(clause.start(), clause.end(), piece));
      }
    }
    return all;
  }

  /** At the beginning of the file. */
  List<String> first(String piece) {
    return List.of(piece + "\n" + text());
  }

  /** Without the span, or without its line. */
  List<String> removed() {
    int line = text().lastIndexOf('\n', span.start()) + 1;
    int end = text().indexOf('\n', span.end());
    return List.of(with(span.start(), span.end(), ""), with(line, end < 0 ? span.end() : end, ""));
  }

  /** Without each place where the piece stands in the declaration. */
  List<String> without(String piece) {
    List<String> all = new ArrayList<>();
    all.addAll(inDeclaration(Pattern.compile("[ ,]*" + Pattern.quote(piece)), ""));
    all.addAll(
        inDeclaration(Pattern.compile("[ ,]*" + Pattern.quote(piece) + " +[\\w\"{#}]+"), ""));
    return all;
  }

  /** The declarations that the span and those related to it are in, as a whole. */
  private int[] declaration(int offset) {
    int start = 0;
    int end = text().length();
    for (Matcher found = DECLARATION.matcher(text()); found.find(); ) {
      if (found.start() <= offset) {
        start = found.start();
      } else {
        end = found.start();
        break;
      }
    }
    return new int[] {start, end};
  }

  private List<String> inDeclaration(Pattern pattern, String replacement) {
    int[] declaration = declaration(span.start());
    return in(declaration[0], declaration[1], pattern, replacement);
  }

  private List<String> in(int start, int end, Pattern pattern, String replacement) {
    List<String> all = new ArrayList<>();
    Matcher found = pattern.matcher(text()).region(start, end);
    while (found.find()) {
      all.add(with(found.start(), found.end(), replacement));
    }
    return all;
  }

  /** Anywhere in the file. */
  List<String> everywhere(Pattern pattern, String replacement) {
    return in(0, text().length(), pattern, replacement);
  }

  /** In the line of the span. */
  List<String> inLine(Pattern pattern, String replacement) {
    int start = text().lastIndexOf('\n', span.start()) + 1;
    int end = text().indexOf('\n', span.start());
    return in(start, end < 0 ? text().length() : end, pattern, replacement);
  }

  /** {@code total "total_value" : int} for what is declared of that name, or as a new line. */
  List<String> attribute(String piece) {
    String name = piece.replaceFirst("\\W.*", "");
    Pattern declared =
        Pattern.compile(
            "\\b"
                + name
                + "(?: +\"[^\"\\n]*\")?\\s*:(?: *[^\\s\"<(]+(?:\\([^)]*\\)|<[^\\n]*>)?\\??)?(?: *= *\\S+)?(?: *@\\w+)*");
    List<String> all = new ArrayList<>(everywhere(declared, piece));
    for (Matcher brace = Pattern.compile("(?:entity|struct) [^{]*\\{").matcher(text());
        brace.find(); ) {
      all.add(with(brace.end(), brace.end(), "\n  " + piece + "\n"));
    }
    return all;
  }

  /** A name with its text in DynamoDB, or one with its type, for the name alone. */
  List<String> name(String piece) {
    String name = piece.replaceFirst("\\W.*", "");
    return everywhere(
        Pattern.compile("\\b" + name + "\\b(?: *\"[^\"\\n]*\")?(?: *: *\\w+)?"), piece);
  }

  /** A clause in the pattern, for one that is there, or besides. */
  List<String> clause(String piece) {
    String word = piece.replaceFirst("\\W.*", "");
    int[] pattern = declaration(span.start());
    List<String> all = new ArrayList<>();
    all.addAll(inDeclaration(Pattern.compile("\\b" + word + "\\b[^}]*?" + END), piece));
    int brace = text().lastIndexOf('}', pattern[1] - 1);
    if (brace > pattern[0]) {
      all.add(with(brace, brace, " " + piece + " "));
    }
    int inner = text().indexOf('}', span.end());
    if (inner > 0) {
      all.add(with(inner, inner, " " + piece + " "));
    }
    all.addAll(behind(piece));
    return all;
  }

  /** A verb and what it is about, for that of the pattern or of the member. */
  List<String> verb(String piece) {
    String verbs = "(?:query|count|scan|get|put|create|update|delete|move|check)(?: each)?";
    String subject = "(?: \\*| [\\w.]+(?:, *[\\w.]+)*)(?: in \\w+)?(?: as \\w+)?";
    List<String> all = new ArrayList<>();
    all.addAll(inLine(Pattern.compile(verbs + subject), piece));
    all.addAll(inDeclaration(Pattern.compile(verbs + subject), piece));
    int start = text().lastIndexOf('{', span.start());
    int end = text().indexOf('}', span.end());
    if (start >= 0 && end > 0) {
      all.add(with(start + 1, end, " " + piece + " "));
    }
    return all;
  }

  /** A line of a table or an entity, for one that is there, or besides. */
  List<String> member(String piece) {
    String words = piece.replaceFirst("^((?:local )?index \\w+|\\w+).*", "$1");
    Pattern line = Pattern.compile("(?<=[\\n{] {0,9})" + Pattern.quote(words) + "\\b[^\\n}]*");
    List<String> all = new ArrayList<>(everywhere(line, piece));
    for (Matcher brace = Pattern.compile("(?:table|entity) [^{]*\\{").matcher(text());
        brace.find(); ) {
      all.add(with(brace.end(), brace.end(), "\n  " + piece + "\n"));
    }
    return all;
  }

  /** The model with a line more in a declaration. */
  static String inserted(String text, String head, String line) {
    Matcher found = Pattern.compile(Pattern.quote(head) + "\\b[^{]*\\{").matcher(text);
    return found.find()
        ? text.substring(0, found.end()) + "\n  " + line + "\n" + text.substring(found.end())
        : text;
  }

  /** The head of a declaration, for that of the same word and name. */
  List<String> head(String piece) {
    String words = piece.replaceFirst("^(\\w+ \\w+).*", "$1");
    String word = piece.replaceFirst("\\W.*", "");
    List<String> all = new ArrayList<>();
    all.addAll(everywhere(Pattern.compile(Pattern.quote(words) + "\\b[^{\\n]*"), piece + " "));
    int start = declaration(span.start())[0];
    int end = text().indexOf('{', start);
    if (end > 0 && text().startsWith(word + " ", start)) {
      all.add(with(start, end, piece + " "));
    }
    return all;
  }

  /** A hole with more than it has, for that of the same attribute. */
  List<String> hole(String piece) {
    String name = piece.replaceFirst("^[^{]*\\{(\\w+).*", "$1");
    List<String> all = new ArrayList<>();
    Pattern hole = Pattern.compile("\\{" + name + "\\b[^}\\n]*\\}");
    all.addAll(inDeclaration(hole, piece));
    for (Matcher end = Pattern.compile("(?<=[\\w}#])\"(?=[^\"\\n]*\\n)").matcher(text());
        end.find(); ) {
      all.add(with(end.start(), end.start(), "#" + piece));
    }
    return all;
  }

  /** A text that a key begins with. */
  List<String> beginning(String literal) {
    List<String> all = new ArrayList<>();
    for (Matcher open = Pattern.compile("(?<=[ =/] )\"(?=[^\"\\n]*\")").matcher(text());
        open.find(); ) {
      all.add(with(open.start(), open.end(), "\"" + literal));
    }
    for (Matcher bare = Pattern.compile("(?<=key {1,3}|/ )(\\w+)(?=\\s)").matcher(text());
        bare.find(); ) {
      all.add(with(bare.start(), bare.end(), "\"" + literal + "{" + bare.group(1) + "}\""));
    }
    return all;
  }

  /** A further condition in a clause that is there. */
  List<String> joined(String piece) {
    int[] pattern = declaration(span.start());
    List<String> all = new ArrayList<>();
    Matcher filter = Pattern.compile("\\b(?:filter|if|where)\\b[^}]*?" + END).matcher(text());
    filter.region(pattern[0], pattern[1]);
    while (filter.find()) {
      all.add(with(filter.end(), filter.end(), " " + piece));
    }
    return all;
  }
}
