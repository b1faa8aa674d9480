package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;

/** A quoted text with holes: {@code "ORDER#{placedAt}#{id}"}. */
public record Template(List<Part> parts, Span span) implements Node {
  public Template {
    parts = List.copyOf(parts);
  }

  /** Text or a hole, in turn. */
  public sealed interface Part extends Node permits Text, Hole {}

  /**
   * Text that stands in the key as it is; never empty.
   *
   * @param value escapes resolved
   */
  public record Text(String value, Span span) implements Part {}

  /**
   * A place that an attribute fills: <code>{at}</code>, <code>{at:month}</code>.
   *
   * @param functions what is applied to the value, in order
   * @param span from brace to brace
   */
  public record Hole(Path path, List<Function> functions, Span span) implements Part {
    public Hole {
      functions = List.copyOf(functions);
    }
  }

  /** A function on a hole: {@code month}, {@code shard(16)}. */
  public record Function(Name name, List<Literal> arguments, Span span) implements Node {
    public Function {
      arguments = List.copyOf(arguments);
    }
  }
}
