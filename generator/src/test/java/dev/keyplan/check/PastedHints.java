package dev.keyplan.check;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What becomes of a model where a hint is followed: all that a user could take it for. */
final class PastedHints {
  private static final Pattern PIECE = Pattern.compile("`([^`]+)`");
  private static final Pattern REMOVAL =
      Pattern.compile(
          "leave .*\\bout\\b|leave the line out|remove (?:it|the|one)|drop `|take .* away|take it out");
  private static final Pattern INDEX = Pattern.compile("`([^`]+)` to the (table|entity) `(\\w+)`");
  private static final String VERB = "^(?:query|count|scan|get|put|create|update|delete|move) .*";
  private static final String CLAUSE =
      "^(?:where|filter|order|limit|page|consistent|with|select|fetch|via|set|append|prepend|add|remove"
          + "|if|returns|rate|expect)\\b.*";
  private static final String MEMBER =
      "^(?:key|index|local index|unique|only|volume|billing|read|max|type|copies|names|ttl|stream|class"
          + "|encryption|protection|recovery|tags|project)\\b.*";

  private PastedHints() {}

  /** The models that come of it. */
  static List<String> of(Diagnostic diagnostic) {
    String hint = diagnostic.hint().orElse("");
    List<String> pieces = PIECE.matcher(hint).results().map(PastedHints::piece).toList();
    List<String> models = new ArrayList<>();
    Stream.concat(
            Stream.of(diagnostic.span()), diagnostic.related().stream().map(label -> label.span()))
        .filter(span -> span.file().equals(diagnostic.span().file()))
        .forEach(span -> add(models, span, hint, pieces));
    ModelEdits edits = new ModelEdits(diagnostic.span());
    diagnostic.related().stream()
        .map(label -> label.span())
        .forEach(other -> pieces.forEach(piece -> models.add(edits.replacedTo(other, piece))));
    return models;
  }

  private static String piece(MatchResult found) {
    return found.group(1).replace("…", "X");
  }

  private static void add(List<String> models, Span span, String hint, List<String> pieces) {
    ModelEdits edits = new ModelEdits(span);
    Matcher index = INDEX.matcher(hint);
    String all = span.file().text();
    while (index.find()) {
      all = ModelEdits.inserted(all, index.group(2) + " " + index.group(3), index.group(1));
    }
    models.add(all);
    if (REMOVAL.matcher(hint).find()) {
      models.addAll(edits.removed());
      pieces.forEach(piece -> models.addAll(edits.without(piece)));
    }
    pieces.forEach(piece -> add(models, edits, piece));
    if (hint.startsWith("demand ")) {
      models.addAll(edits.joined("and (" + pieces.get(0) + ")"));
      models.addAll(edits.clause("if " + pieces.get(0)));
    }
  }

  private static void add(List<String> models, ModelEdits edits, String piece) {
    models.addAll(edits.replaced(piece));
    models.addAll(edits.replacedFromBefore(piece));
    models.addAll(edits.enclosingClause(piece));
    if (piece.matches("^[\\w.]+ = .*")) {
      models.addAll(edits.enclosingClause("set " + piece));
    }
    if (piece.startsWith("namespace ")) {
      models.addAll(edits.first(piece));
    }
    if (piece.matches(VERB)) {
      models.addAll(edits.verb(piece));
    }
    if (piece.matches(CLAUSE)) {
      models.addAll(edits.clause(piece));
    }
    if (piece.matches(MEMBER)) {
      models.addAll(edits.member(piece));
      models.addAll(edits.behind(piece));
    }
    if (piece.startsWith("and ")) {
      models.addAll(edits.joined(piece));
    }
    if (piece.matches("^(?:table|entity|enum|struct|pattern|namespace) .*")) {
      models.addAll(edits.head(piece));
    }
    if (piece.matches("^\\w+(?: \"[^\"]+\")? ?: .*")) {
      models.addAll(edits.attribute(piece));
    }
    if (piece.matches("^\\w+ \"[^\"]+\"$") || piece.matches("^\\w+: \\w+$")) {
      models.addAll(edits.name(piece));
    }
    if (piece.matches("^(?:\\{\\w+\\}#?|\\{\\w+:.*\\}|\\{\\w+\\}#\\{.*\\})$")) {
      models.addAll(edits.hole(piece));
    }
    if (piece.matches("^\"\\w+#X\"$")) {
      models.addAll(edits.beginning(piece.replaceAll("^\"(\\w+#)X\"$", "$1")));
    }
  }
}
