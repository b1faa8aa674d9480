package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.EnumDefinition.Constant;
import dev.keyplan.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stored texts of an enum in a template must leave the key unambiguous: none contains the
 * character behind the hole, none is empty, and where no character follows, none is the beginning
 * of another.
 */
public final class EnumTextInKey implements ModelRule {
  public static final String ID = "ENUM_TEXT_IN_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (EntityKeys.OwnHole hole : EntityKeys.holes(model)) {
      if (hole.hole().function().isEmpty()
          && hole.hole().attribute().type() instanceof EnumType type) {
        problem(type.definition().constants(), hole)
            .ifPresent(problem -> found.add(diagnostic(hole, problem)));
      }
    }
    return found;
  }

  private record Problem(Constant constant, String reason) {}

  private static Optional<Problem> problem(List<Constant> constants, EntityKeys.OwnHole hole) {
    for (Constant constant : constants) {
      String text = constant.storedText();
      if (text.isEmpty()) {
        return Optional.of(new Problem(constant, "is stored as an empty text"));
      }
      if (hole.hole().delimiter().filter(d -> text.indexOf(d) >= 0).isPresent()) {
        String delimiter = Character.toString(hole.hole().delimiter().get());
        return Optional.of(
            new Problem(constant, "contains `%s`, which ends the hole".formatted(delimiter)));
      }
      if (!hole.hole().isLast() && hole.hole().delimiter().isEmpty()) {
        for (Constant other : constants) {
          if (!other.equals(constant) && other.storedText().startsWith(text)) {
            return Optional.of(
                new Problem(constant, "is the beginning of `%s`".formatted(other.storedText())));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Diagnostic diagnostic(EntityKeys.OwnHole hole, Problem problem) {
    String text = problem.constant().storedText();
    return Diagnostic.error(
            ID,
            hole.hole().span(),
            "the constant `%s` makes the key ambiguous".formatted(problem.constant().name()))
        .withRelated(
            problem.constant().span(), "stored as `%s`, it %s".formatted(text, problem.reason()))
        .withHint("store another text: `%s \"…\"`".formatted(problem.constant().name()));
  }
}
