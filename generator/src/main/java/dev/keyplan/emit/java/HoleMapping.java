package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.HoleFunction.Bucket;
import dev.keyplan.model.HoleFunction.Escaped;
import dev.keyplan.model.HoleFunction.Shard;
import dev.keyplan.model.KeyNumber;
import dev.keyplan.model.KeyPlace;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.KeyTemplate.Hole;
import dev.keyplan.model.TextFacts;
import java.util.List;

/** How values are put into key texts. */
final class HoleMapping {
  private static final int BYTES_OF_A_TIME = 27;

  private final TypeMapping types;
  private final SupportTypes support;
  private final LimitMapping limits;
  private final TimeMapping times;

  HoleMapping(TypeMapping types, SupportTypes support) {
    this.types = types;
    this.support = support;
    this.limits = new LimitMapping(support);
    this.times = new TimeMapping(support);
  }

  /** The beginning of a text in the hole of a key: of any form, but without the delimiter. */
  CodeBlock beginning(Hole hole, String name, CodeBlock value) {
    if (hole.isEscaped()) {
      return CodeBlock.of("$T.escaped($S, $L)", support.keys(), name, value);
    }
    return hole.delimiter().isEmpty()
        ? alone(name, value)
        : CodeBlock.of(
            "$T.text($S, $L, $S)",
            support.keys(),
            name,
            value,
            Character.toString(hole.delimiter().get()));
  }

  /** A text of the type's form without the delimiter, if the form does not exclude it anyway. */
  private CodeBlock string(Hole hole, StringType type, String name, CodeBlock value) {
    if (type.pattern().isEmpty()) {
      return beginning(hole, name, value);
    }
    return hole.delimiter().filter(type.facts()::mayContain).isPresent()
        ? beginning(hole, name, limits.matching(type, name, value))
        : whole(type, name, value);
  }

  /** A text of the type's form that is not empty. */
  CodeBlock whole(StringType type, String name, CodeBlock value) {
    if (type.pattern().isEmpty()) {
      return alone(name, value);
    }
    CodeBlock matching = limits.matching(type, name, value);
    return type.facts().shortest() == 0 ? alone(name, matching) : matching;
  }

  /** The text of a value in a hole. */
  CodeBlock text(Hole hole, String name, CodeBlock value) {
    if (hole.function().isEmpty()) {
      return plain(hole, name, value);
    }
    HoleFunction function = hole.function().get();
    if (function instanceof Bucket bucket) {
      return CodeBlock.of("$T.$L($S, $L)", support.buckets(), bucket.unit().word(), name, value);
    }
    if (function instanceof Shard shard) {
      return CodeBlock.of(
          "$T.of($L, $L)",
          support.shards(),
          stored(hole.attribute().type(), name, value),
          shard.count());
    }
    if (function instanceof Escaped) {
      return CodeBlock.of("$T.ordered($S, $L)", support.keys(), name, value);
    }
    return CodeBlock.of("$T.descending($L)", support.keys(), plain(hole, name, value));
  }

  /** {@code Keys.text("name", name)}: a text that no other follows. */
  CodeBlock alone(String name, CodeBlock value) {
    return CodeBlock.of("$T.text($S, $L)", support.keys(), name, value);
  }

  /** {@code KeyText.of("User:").value("")}: the form of a key's text. */
  CodeBlock form(KeyTemplate template) {
    List<KeyTemplate.Part> parts = template.parts();
    CodeBlock.Builder form =
        CodeBlock.builder().add("$T.of($S)", support.keyText(), textAt(parts, 0));
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Hole hole) {
        form.add("" + valueOf(hole), textAt(parts, i + 1));
      }
    }
    return form.build();
  }

  /** {@code Read::text}: what reads a value from its part of a key's text. */
  CodeBlock partReader(KeyPlace place) {
    Hole hole = place.template().holes().get(place.index());
    CodeBlock reader = partReader(hole.attribute().type());
    return hole.isDescending()
        ? CodeBlock.of("$T.descending($L)", support.keyText(), reader)
        : hole.isEscaped() ? CodeBlock.of("$T.ordered($L)", support.keyText(), reader) : reader;
  }

  /** {@code .value(2, "#")}: how far a value goes, and the text behind it. */
  private static String valueOf(Hole hole) {
    if (hole.isEscaped()) {
      return ".ordered($S)";
    }
    return hole.width().isPresent() ? ".value(" + hole.width().getAsInt() + ", $S)" : ".value($S)";
  }

  private static String textAt(List<KeyTemplate.Part> parts, int index) {
    return index < parts.size() && parts.get(index) instanceof KeyTemplate.Text text
        ? text.value()
        : "";
  }

  private CodeBlock partReader(AttributeType type) {
    return switch (type.kind()) {
      case INTEGER ->
          CodeBlock.of(
              "$T.$L($LL, $LL)",
              support.keyText(),
              ((IntegerType) type).isLong() ? "longInteger" : "integer",
              ((IntegerType) type).minimum(),
              ((IntegerType) type).maximum());
      case DECIMAL ->
          CodeBlock.of(
              "$T.decimal($L, $L)",
              support.keyText(),
              ((DecimalType) type).precision(),
              ((DecimalType) type).scale());
      case BOOLEAN -> CodeBlock.of("$T::bool", support.keyText());
      default -> types.reader(type);
    };
  }

  private CodeBlock plain(Hole hole, String name, CodeBlock value) {
    AttributeType type = hole.attribute().type();
    return switch (type.kind()) {
      case STRING -> string(hole, (StringType) type, name, value);
      case INTEGER -> number((IntegerType) type, name, value);
      case DECIMAL ->
          CodeBlock.of(
              "$T.decimal($S, $L, $L, $L)",
              support.keys(),
              name,
              value,
              ((DecimalType) type).precision(),
              ((DecimalType) type).scale());
      case BOOLEAN -> CodeBlock.of("$T.toString($L)", Boolean.class, value);
      case UUID -> CodeBlock.of("$T.uuid($S, $L)", support.keys(), name, value);
      case ULID -> limits.ulid(name, value);
      case DATE -> CodeBlock.of("$L.toString()", limits.date(name, value));
      case TIMESTAMP, FORMATTED_TIMESTAMP, EPOCH -> times.checkedText(type, name, value);
      case ENUM -> CodeBlock.of("$L.stored()", limits.present(name, value));
      default -> throw new IllegalArgumentException(type.text() + " in a key");
    };
  }

  private CodeBlock number(IntegerType type, String name, CodeBlock value) {
    return CodeBlock.of(
        "$T.number($S, $L, $LL, $LL)", support.keys(), name, value, type.minimum(), type.maximum());
  }

  /** The text of a value as it is stored on its own, which is checked. */
  private CodeBlock stored(AttributeType type, String name, CodeBlock value) {
    return switch (type.kind()) {
      case STRING -> alone(name, value);
      case INTEGER -> types.storedText(type, value);
      case UUID -> CodeBlock.of("$T.uuid($S, $L)", support.keys(), name, value);
      case ULID -> limits.ulid(name, value);
      case DATE -> CodeBlock.of("$L.toString()", limits.date(name, value));
      case TIMESTAMP, FORMATTED_TIMESTAMP -> times.checkedText(type, name, value);
      case EPOCH -> types.storedText(type, types.normal(type, name, value).orElseThrow());
      case ENUM -> CodeBlock.of("$L.stored()", limits.present(name, value));
      default -> throw new IllegalArgumentException(type.text() + " in a shard");
    };
  }

  /** The most bytes of a text in a hole; {@link Integer#MAX_VALUE} if that is not known. */
  static int bytes(Hole hole) {
    if (hole.function().isPresent()) {
      HoleFunction function = hole.function().get();
      if (function instanceof Bucket bucket) {
        return bucket.unit().length();
      }
      if (function instanceof Shard shard) {
        return shard.width();
      }
    }
    AttributeType type = hole.attribute().type();
    return switch (type.kind()) {
      case STRING -> {
        TextFacts facts = ((StringType) type).facts();
        int characters = facts.longest().orElse(Integer.MAX_VALUE);
        yield characters > Integer.MAX_VALUE / 4
            ? Integer.MAX_VALUE
            : facts.bytesOfCharacter() * characters + (hole.isEscaped() ? 1 : 0);
      }
      case INTEGER -> KeyNumber.of((IntegerType) type).width();
      case DECIMAL -> KeyNumber.of((DecimalType) type).width();
      case BOOLEAN -> "false".length();
      case UUID -> 36;
      case ULID -> 26;
      case DATE -> 10;
      case TIMESTAMP, EPOCH -> BYTES_OF_A_TIME;
      case FORMATTED_TIMESTAMP -> ((FormattedTimestampType) type).bytes();
      case ENUM ->
          ((EnumType) type)
              .definition().constants().stream()
                  .mapToInt(constant -> 3 * constant.storedText().length())
                  .max()
                  .orElse(0);
      default -> 0;
    };
  }
}
