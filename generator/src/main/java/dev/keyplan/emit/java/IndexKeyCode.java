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
      Function<IndexKey, CodeBlock> written,
      Function<IndexKey, CodeBlock> leftOut) {
    this.facts = facts;
    this.values = values;
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
    return key.needed().stream()
        .filter(attribute -> facts.has(attribute) == Facts.Truth.UNKNOWN)
        .map(values.presence())
        .collect(CodeBlock.joining(" && "));
  }
}
