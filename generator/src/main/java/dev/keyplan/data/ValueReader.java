package dev.keyplan.data;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.EnumDefinition.Constant;
import dev.keyplan.support.text.Json;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads single values by the type of their attribute. */
final class ValueReader {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
  private static final Pattern DIGITS = Pattern.compile("-?[1-9][0-9]*");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern ULID =
      Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}", Pattern.CASE_INSENSITIVE);

  private final List<Diagnostic> diagnostics;

  ValueReader(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The value in storage form; empty, with a diagnostic, if the attribute cannot have it. */
  Optional<ItemValue> read(Attribute attribute, YamlNode node) {
    if (attribute.type() instanceof StructType struct) {
      return new AttributesReader(diagnostics).struct(struct.definition(), attribute, node);
    }
    switch (attribute.type().kind()) {
      case LIST, MAP, SET -> {
        return new CollectionReader(diagnostics).read(attribute, node);
      }
      case FREE_MAP -> {
        return new FreeMapReader(diagnostics).read(attribute, node);
      }
      default -> {
        // A single value.
      }
    }
    if (!(node instanceof YamlNode.Scalar scalar)) {
      return refuse(
          DataError.DATA_SHAPE.at(
              node.head(),
              "`%s` takes a single value; this is %s"
                  .formatted(attribute.name(), node.description())),
          attribute);
    }
    if (scalar.isNull()) {
      return noValue(attribute, scalar);
    }
    return switch (attribute.type().kind()) {
      case STRING -> text(attribute, (StringType) attribute.type(), scalar);
      case INTEGER -> integer(attribute, (IntegerType) attribute.type(), scalar);
      case DECIMAL -> new NumberReader(diagnostics).decimal(attribute, scalar);
      case DOUBLE -> new NumberReader(diagnostics).floating(attribute, scalar);
      case BINARY -> binary(attribute, (BinaryType) attribute.type(), scalar);
      case BOOLEAN -> bool(attribute, scalar);
      case UUID -> uuid(attribute, scalar);
      case ULID -> ulid(attribute, scalar);
      case TIMESTAMP -> times().timestamp(attribute, (TimestampType) attribute.type(), scalar);
      case FORMATTED_TIMESTAMP ->
          times().formatted(attribute, (FormattedTimestampType) attribute.type(), scalar);
      case EPOCH -> times().epoch(attribute, (EpochType) attribute.type(), scalar);
      case DATE -> times().date(attribute, scalar);
      case ENUM -> constant(attribute, (EnumType) attribute.type(), scalar);
      case JSON -> json(attribute, scalar);
      case STRUCT, LIST, MAP, FREE_MAP, SET ->
          throw new IllegalStateException("No single value: " + attribute.type().text());
    };
  }

  private TimeReader times() {
    return new TimeReader(diagnostics);
  }

  private Optional<ItemValue> noValue(Attribute attribute, YamlNode.Scalar scalar) {
    Diagnostic diagnostic =
        DataError.DATA_VALUE_INVALID.at(
            scalar.span(), "`%s` has no value".formatted(attribute.name()));
    String hint =
        attribute.isOptional()
            ? "leave the line out: an absent attribute is not stored"
            : "write `%s`".formatted(Example.line(attribute));
    if (attribute.type() instanceof StringType && !scalar.text().isEmpty()) {
      hint = "put `%s` in quotes if it is meant as a text".formatted(scalar.text());
    }
    return refuse(diagnostic.withHint(hint), attribute);
  }

  private Optional<ItemValue> text(Attribute attribute, StringType type, YamlNode.Scalar scalar) {
    int length = scalar.text().codePointCount(0, scalar.text().length());
    boolean isTooLong =
        type.maximumLength().isPresent() && length > type.maximumLength().getAsInt();
    if (length < type.minimumLength() || isTooLong) {
      return refuse(
          DataError.DATA_VALUE_OUT_OF_RANGE.at(
              scalar.span(),
              "`%s` is too %s: its length is %d"
                  .formatted(attribute.name(), isTooLong ? "long" : "short", length)),
          attribute);
    }
    if (type.pattern().isPresent() && !type.pattern().get().matches(scalar.text())) {
      return refuse(
          DataError.DATA_VALUE_INVALID.at(
              scalar.span(),
              "%s is not of the form `%s`"
                  .formatted(Quoted.name(scalar.text()), type.pattern().get())),
          attribute);
    }
    return Optional.of(new ItemValue.OfString(scalar.text()));
  }

  private Optional<ItemValue> json(Attribute attribute, YamlNode.Scalar scalar) {
    OptionalInt problem = Json.problem(scalar.text());
    if (problem.isPresent()) {
      return refuse(
          DataError.DATA_VALUE_INVALID
              .at(
                  scalar.span(),
                  "this is no JSON from character %d on".formatted(problem.getAsInt() + 1))
              .withHint("write `%s`".formatted(Example.line(attribute))),
          attribute);
    }
    return Optional.of(new ItemValue.OfString(scalar.text()));
  }

  private Optional<ItemValue> integer(
      Attribute attribute, IntegerType type, YamlNode.Scalar scalar) {
    String text = scalar.text();
    boolean isHuge = scalar.isPlain() && DIGITS.matcher(text).matches();
    if (!isHuge && !(scalar.isPlain() && WHOLE_NUMBER.matcher(text).matches())) {
      Diagnostic diagnostic = notOfType(scalar, "a whole number");
      return refuse(
          WHOLE_NUMBER.matcher(text).matches()
              ? diagnostic.withHint("write it without quotes: `%s`".formatted(text))
              : diagnostic.withHint(
                  "write decimal digits only: no sign `+`, no leading zeros, no `_`, no exponent"),
          attribute);
    }
    boolean isLongEnough = WHOLE_NUMBER.matcher(text).matches();
    BigDecimal number = isLongEnough ? new BigDecimal(text) : BigDecimal.ZERO;
    if (!isLongEnough
        || number.compareTo(BigDecimal.valueOf(type.minimum())) < 0
        || number.compareTo(BigDecimal.valueOf(type.maximum())) > 0) {
      return refuse(
          DataError.DATA_VALUE_OUT_OF_RANGE.at(
              scalar.span(),
              "`%s` is from %d to %d".formatted(attribute.name(), type.minimum(), type.maximum())),
          attribute);
    }
    return Optional.of(new ItemValue.OfNumber(number));
  }

  private Optional<ItemValue> bool(Attribute attribute, YamlNode.Scalar scalar) {
    return switch (scalar.isPlain() ? scalar.text() : "") {
      case "true" -> Optional.of(new ItemValue.OfBoolean(true));
      case "false" -> Optional.of(new ItemValue.OfBoolean(false));
      default ->
          refuse(
              notOfType(scalar, "a boolean").withHint("write `true` or `false`, without quotes"),
              attribute);
    };
  }

  private Optional<ItemValue> binary(Attribute attribute, BinaryType type, YamlNode.Scalar scalar) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(scalar.text());
    } catch (IllegalArgumentException notBase64) {
      return refuse(
          DataError.DATA_VALUE_INVALID
              .at(scalar.span(), "%s is not Base64 text".formatted(Quoted.name(scalar.text())))
              .withHint("write `%s`".formatted(Example.line(attribute))),
          attribute);
    }
    boolean isTooLong =
        type.maximumLength().isPresent() && bytes.length > type.maximumLength().getAsInt();
    if (bytes.length < type.minimumLength() || isTooLong) {
      return refuse(
          DataError.DATA_VALUE_OUT_OF_RANGE.at(
              scalar.span(),
              "`%s` is too %s: it has %d bytes"
                  .formatted(attribute.name(), isTooLong ? "long" : "short", bytes.length)),
          attribute);
    }
    return Optional.of(new ItemValue.OfBinary(Base64.getEncoder().encodeToString(bytes)));
  }

  private Optional<ItemValue> uuid(Attribute attribute, YamlNode.Scalar scalar) {
    if (!UUID.matcher(scalar.text()).matches()) {
      return refuse(
          notOfType(scalar, "a UUID").withHint("write `%s`".formatted(Example.line(attribute))),
          attribute);
    }
    return Optional.of(new ItemValue.OfString(scalar.text().toLowerCase(Locale.ROOT)));
  }

  private Optional<ItemValue> ulid(Attribute attribute, YamlNode.Scalar scalar) {
    if (!ULID.matcher(scalar.text()).matches()) {
      return refuse(
          notOfType(scalar, "a ULID").withHint("write `%s`".formatted(Example.line(attribute))),
          attribute);
    }
    return Optional.of(new ItemValue.OfString(scalar.text().toUpperCase(Locale.ROOT)));
  }

  private Optional<ItemValue> constant(Attribute attribute, EnumType type, YamlNode.Scalar scalar) {
    List<Constant> constants = type.definition().constants();
    for (Constant constant : constants) {
      if (constant.name().equals(scalar.text())) {
        return Optional.of(new ItemValue.OfString(constant.storedText()));
      }
    }
    List<String> names = constants.stream().map(Constant::name).toList();
    Optional<String> meant =
        constants.stream()
            .filter(constant -> constant.storedText().equals(scalar.text()))
            .map(Constant::name)
            .findFirst()
            .or(() -> DidYouMean.suggestion(scalar.text(), names));
    String hint =
        meant
            .map(name -> "did you mean `%s`?".formatted(name))
            .orElse("the constants are `" + String.join("`, `", names) + "`");
    return refuse(
        DataError.DATA_NAME_UNKNOWN
            .at(
                scalar.span(),
                "the enum `%s` has no constant %s"
                    .formatted(type.text(), Quoted.name(scalar.text())))
            .withHint(hint),
        attribute);
  }

  static Diagnostic notOfType(YamlNode.Scalar scalar, String type) {
    String message = scalar.isPlain() ? "%s is not %s" : "%s in quotes is a text, not %s";
    return DataError.DATA_VALUE_INVALID.at(
        scalar.span(), message.formatted(Quoted.name(scalar.text()), type));
  }

  private Optional<ItemValue> refuse(Diagnostic diagnostic, Attribute attribute) {
    return refuse(diagnostic, attribute, diagnostics);
  }

  /** Adds a diagnostic that says how the attribute is declared. */
  static <T> Optional<T> refuse(
      Diagnostic diagnostic, Attribute attribute, List<Diagnostic> diagnostics) {
    String declared = "`%s : %s`".formatted(attribute.name(), attribute.type().text());
    diagnostics.add(diagnostic.withLabel(declared));
    return Optional.empty();
  }
}
