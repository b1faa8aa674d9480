package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Facts;
import dev.keyplan.model.IndexKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Code that writes index keys, or else leaves them out: those of one index together. */
final class IndexKeyCode {
  private final Facts facts;
  private final AttributeValues values;
  private final ConditionCode conditions;
  private final Function<IndexKey, CodeBlock> written;
  private final Function<IndexKey, CodeBlock> leftOut;

  /**
   * @param facts what is known of the item when the code is generated
   * @param written the statement that writes a key
   * @param leftOut the statement for one that is not written; may be empty
   */
  IndexKeyCode(
      Facts facts,
      AttributeValues values,
      SupportTypes support,
      Function<IndexKey, CodeBlock> written,
      Function<IndexKey, CodeBlock> leftOut) {
    this.facts = facts;
    this.values = values;
    this.conditions = new ConditionCode(facts, values, support);
    this.written = written;
    this.leftOut = leftOut;
  }

  /** What decides whether a key is written. */
  private record Presence(List<Attribute> needed, Optional<Condition> condition) {}

  /** {@code if (task.owner().isPresent()) { … } else { … }} for each kind of key. */
  CodeBlock of(List<IndexKey> keys) {
    Map<Presence, List<IndexKey>> byPresence = new LinkedHashMap<>();
    for (IndexKey key : keys) {
      byPresence
          .computeIfAbsent(new Presence(key.needed(), key.condition()), p -> new ArrayList<>())
          .add(key);
    }
    CodeBlock.Builder code = CodeBlock.builder();
    byPresence.values().forEach(alike -> code.add(alike(alike)));
    return code.build();
  }

  private CodeBlock alike(List<IndexKey> keys) {
    CodeBlock write = keys.stream().map(written).collect(CodeBlock.joining(""));
    CodeBlock leaveOut = keys.stream().map(leftOut).collect(CodeBlock.joining(""));
    return switch (keys.get(0).isWritten(facts)) {
      case TRUE -> write;
      case FALSE -> leaveOut;
      case UNKNOWN -> {
        CodeBlock.Builder code =
            CodeBlock.builder().beginControlFlow("if ($L)", test(keys.get(0))).add(write);
        if (!leaveOut.isEmpty()) {
          code.nextControlFlow("else").add(leaveOut);
        }
        yield code.endControlFlow().build();
      }
    };
  }

  private CodeBlock test(IndexKey key) {
    return test(key, facts, values, conditions);
  }

  /** Whether a key is written, as far as that is not known already. */
  static CodeBlock test(
      IndexKey key, Facts facts, AttributeValues values, ConditionCode conditions) {
    List<CodeBlock> terms = new ArrayList<>();
    key.needed().stream()
        .filter(attribute -> facts.has(attribute) == Facts.Truth.UNKNOWN)
        .map(values.presence())
        .forEach(terms::add);
    key.condition()
        .filter(condition -> facts.of(condition) == Facts.Truth.UNKNOWN)
        .ifPresent(
            condition ->
                terms.add(
                    terms.isEmpty() ? conditions.of(condition) : conditions.inside(condition)));
    return CodeBlock.join(terms, " && ");
  }
}
