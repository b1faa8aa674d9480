package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Reads the habits of other languages as what they obviously mean. Each habit is one mistake,
 * however often it shows: it is reported once for the file, with a fix for all of its places.
 */
final class ForeignTokens {
  private final Spans spans;
  private final Problems problems;

  ForeignTokens(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  List<Token> repaired(List<Token> tokens) {
    Map<ForeignHabit, List<Token>> places = new EnumMap<>(ForeignHabit.class);
    List<Token> kept = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Optional<ForeignHabit> habit = ForeignHabit.of(token.getType());
      if (habit.isEmpty() || (i > 0 && isPartOfText(tokens.get(i - 1), token))) {
        kept.add(token);
        continue;
      }
      places.computeIfAbsent(habit.get(), key -> new ArrayList<>()).add(token);
      if (habit.get() == ForeignHabit.QUOTES) {
        // Its holes are not read.
        problems.markBroken(token.getStartIndex());
      }
      if (habit.get().isKept()) {
        Tokens.retype(token, habit.get().meaning());
        kept.add(token);
      }
    }
    places.forEach((habit, all) -> problems.addRepaired(diagnostic(habit, all)));
    return kept;
  }

  /** In {@code ORDER#1} without quotes the rest of the line is no comment. */
  private static boolean isPartOfText(Token before, Token token) {
    return token.getType() == KeyplanLexer.HASH_COMMENT
        && TokenKinds.isWord(before)
        && TokenKinds.touch(before, token);
  }

  private Diagnostic diagnostic(ForeignHabit habit, List<Token> places) {
    Token first = places.get(0);
    Diagnostic diagnostic =
        Diagnostic.error(habit.id(), spans.of(first), habit.message())
            .withLabel(Others.label(places.size() - 1))
            .withHint(habit.hint(first.getText()));
    List<Fix.Edit> edits = new ArrayList<>();
    for (Token place : places) {
      Span span = spans.of(place);
      habit.replacement(place.getText()).ifPresent(text -> edits.add(new Fix.Edit(span, text)));
    }
    return edits.size() == places.size()
        ? diagnostic.withFix(new Fix(habit.title(), edits))
        : diagnostic;
  }
}
