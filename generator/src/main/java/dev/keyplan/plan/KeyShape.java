package dev.keyplan.plan;

import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate;

/**
 * The key texts that a filling or a comparison stands for, as far as the literal text at their
 * beginning tells.
 *
 * @param lead what all of them begin with
 * @param rest what may follow
 */
record KeyShape(String lead, Rest rest) {
  /** What follows the beginning of a key text. */
  enum Rest {
    NOTHING,
    /** At least a character: what fills a hole is never empty. */
    SOMETHING,
    ANYTHING
  }

  /** The texts that an entity writes. */
  static KeyShape of(Filling filling) {
    if (filling instanceof Filling.FromTemplate from
        && from.template().parts().get(0) instanceof KeyTemplate.Text text) {
      boolean isConstant = from.template().parts().size() == 1;
      return new KeyShape(text.value(), isConstant ? Rest.NOTHING : Rest.SOMETHING);
    }
    return new KeyShape("", Rest.SOMETHING);
  }

  /** The texts that are equal to a value. */
  static KeyShape of(KeyValue value) {
    if (value instanceof KeyValue.OfText text
        && text.parts().get(0) instanceof KeyValue.Text first) {
      return new KeyShape(first.value(), text.parts().size() == 1 ? Rest.NOTHING : Rest.SOMETHING);
    }
    return new KeyShape("", Rest.SOMETHING);
  }

  /** The texts that begin with a value. */
  static KeyShape beginningWith(KeyValue value) {
    KeyShape shape = of(value);
    return shape.rest() == Rest.NOTHING ? new KeyShape(shape.lead(), Rest.ANYTHING) : shape;
  }

  /** Whether no text has both shapes; if in doubt, not. */
  boolean isDisjointFrom(KeyShape other) {
    if (lead.length() > other.lead.length()) {
      return other.isDisjointFrom(this);
    }
    if (!other.lead.startsWith(lead)) {
      return true;
    }
    if (lead.length() < other.lead.length()) {
      return rest == Rest.NOTHING;
    }
    return (rest == Rest.NOTHING && other.rest == Rest.SOMETHING)
        || (rest == Rest.SOMETHING && other.rest == Rest.NOTHING);
  }
}
