package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Operand;
import java.util.List;

/** What a key attribute is compared with. */
public sealed interface KeyValue permits KeyValue.OfText, KeyValue.OfOperand {
  /**
   * A text made from the beginning of a template, or all of it.
   *
   * @param template the template it follows
   * @param isWhole whether it is the template filled completely, and nothing else
   */
  record OfText(KeyTemplate template, boolean isWhole, List<Part> parts) implements KeyValue {
    public OfText {
      parts = List.copyOf(parts);
    }
  }

  /** A value in the attribute's own type, as it is stored. */
  record OfOperand(Attribute attribute, Operand operand) implements KeyValue {
    /** Whether it is the time of the call. */
    public boolean isNow() {
      return operand instanceof Operand.OfNow;
    }
  }

  /** A piece of a key text. */
  sealed interface Part permits Text, Rendered, Each {}

  /** The bucket or the shard that a query of several is about. */
  record Each(KeyTemplate.Hole hole) implements Part {}

  /** Text that is always the same; never empty. */
  record Text(String value) implements Part {}

  /**
   * An operand, rendered as the hole of its attribute is.
   *
   * @param hole the hole it fills, with the character that its text may not contain
   * @param isPrefix whether it is only the beginning of a value (from {@code begins_with})
   */
  record Rendered(KeyTemplate.Hole hole, Operand operand, boolean isPrefix) implements Part {}
}
