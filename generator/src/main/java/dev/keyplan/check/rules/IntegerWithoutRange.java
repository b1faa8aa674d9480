package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Model;
import java.util.List;

/**
 * An integer in a template needs a range. The range says how many digits the key has, which is part
 * of what is stored; with fewer for some, text order is not number order: {@code "10"} stands
 * before {@code "9"}.
 */
public final class IntegerWithoutRange implements ModelRule {
  public static final String ID = "INTEGER_WITHOUT_RANGE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return EntityKeys.holes(model).stream()
        .filter(
            hole ->
                hole.hole().attribute().type() instanceof IntegerType type
                    && hole.hole().holdsValue()
                    && !type.isBounded())
        // What every write changes is in no key anyway.
        .filter(hole -> !hole.hole().attribute().isMaintained())
        .map(IntegerWithoutRange::diagnostic)
        .toList();
  }

  private static Diagnostic diagnostic(EntityKeys.OwnHole hole) {
    Attribute attribute = hole.hole().attribute();
    IntegerType type = (IntegerType) attribute.type();
    String word = type.isLong() ? "long" : "int";
    return Diagnostic.error(
            ID,
            hole.hole().span(),
            "`%s` has no range, so its digits in the key cannot be counted"
                .formatted(attribute.name()))
        .withRelated(attribute.span(), "declared as `%s`".formatted(type.text()))
        .withHint(
            "give it a range, for example `%s : %s(0..99999)`; or a key attribute of its own: `n: number`"
                .formatted(attribute.name(), word));
  }
}
