package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/** An access pattern as the user stated it: what is wanted, not yet how. */
public sealed interface Pattern
    permits ReadPattern, ReadTransactionPattern, WritePattern, BatchPattern, TransactionPattern {
  DefinitionName name();

  Optional<String> documentation();

  /** The entities it names, in order; the first one's repository has the method. */
  List<Entity> entities();

  /** The values a caller gives besides whole entities and keys, each once, in order of mention. */
  List<Parameter> parameters();

  /** How often it is called, and what a call finds. */
  Workload workload();

  /** Where the name stands. */
  Span span();
}
