package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.ModelSpec.IndexUse;
import dev.keyplan.oracle.ModelSpec.Line;
import dev.keyplan.oracle.ModelSpec.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A random model as text, which knows what stands where. */
final class ModelText {
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();

  /** A piece of the text, and what can be dropped to be rid of it. */
  private record Block(int start, int end, String id) {}

  private ModelText() {}

  static ModelText of(ModelSpec model) {
    ModelText text = new ModelText();
    text.append("namespace org.example.random\n\n");
    text.append("table T \"random-table\" {\n  key " + model.table().key() + "\n");
    for (Line index : model.table().indexes()) {
      text.block(index.id(), () -> text.append("  " + index.text() + "\n"));
    }
    for (Line setting : model.table().settings()) {
      text.block(setting.id(), () -> text.append("  " + setting.text() + "\n"));
    }
    text.append("}\n\n" + ValueTypes.ENUM + "\n" + Inside.STRUCTS + "\n");
    for (EntitySpec entity : model.entities()) {
      text.block(entity.name(), () -> text.entity(entity));
    }
    for (PatternSpec pattern : model.patterns()) {
      text.block(
          pattern.name(),
          () -> text.append("pattern " + pattern.name() + " {\n  " + pattern.text() + "\n}\n"));
    }
    return text;
  }

  private void entity(EntitySpec entity) {
    append("entity " + entity.name() + " in T {\n");
    append("  key " + entity.partition().text());
    append(entity.sort().map(Side::text).map(" / "::concat).orElse("") + "\n");
    entity
        .former()
        .ifPresent(
            former ->
                block(
                    entity.name() + " was",
                    () -> append("  was " + ValueType.quoted(former) + "\n")));
    for (IndexUse use : entity.indexes()) {
      block(entity.name() + " " + use.index(), () -> append("  index " + use.line() + "\n"));
    }
    for (List<String> unique : entity.uniques()) {
      String names = String.join(", ", unique);
      block(
          entity.name() + " unique " + unique,
          () -> append("  unique " + (unique.size() > 1 ? "(" + names + ")" : names) + "\n"));
    }
    for (AttributeSpec attribute : entity.attributes()) {
      block(entity.name() + "." + attribute.name(), () -> append("  " + line(attribute) + "\n"));
    }
    append("}\n");
  }

  private static String line(AttributeSpec attribute) {
    return attribute.name()
        + attribute.storedName().map(ValueType::quoted).map(" "::concat).orElse("")
        + " : "
        + attribute.type().text()
        + (attribute.isOptional() ? "?" : "")
        + attribute
            .defaultValue()
            .flatMap(value -> ValueType.literal(value, attribute.type().kind()))
            .map(" = "::concat)
            .orElse("")
        + " "
        + attribute.trait();
  }

  private void append(String more) {
    text.append(more);
  }

  private void block(String id, Runnable content) {
    int start = text.length();
    content.run();
    blocks.add(new Block(start, text.length(), id));
  }

  /** The smallest element at a place. */
  Optional<String> elementAt(int offset) {
    return blocks.stream()
        .filter(block -> block.start() <= offset && offset < block.end())
        .min(Comparator.comparingInt(block -> block.end() - block.start()))
        .map(Block::id);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
