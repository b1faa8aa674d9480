package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.DefaultValue;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.Table;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.TypeKind;
import dev.keyplan.model.Value;
import dev.keyplan.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is larger than a Java class can hold. A constructor or method takes 255 values, of which
 * {@code this} is one and a {@code long} or a {@code double} counts as two; a text has 65,535
 * bytes; all constants of an enum are made in one method of 65,535 bytes; and the name of a class
 * is the name of a file. The limits here keep a distance from those of Java.
 */
public final class JavaLimit implements ModelRule {
  public static final String ID = "JAVA_LIMIT";

  private static final int MOST_VALUES = 250;
  private static final int MOST_CONSTANTS = 1000;
  private static final int MOST_BYTES_OF_TEXT = 65_535;
  private static final int MOST_BYTES_OF_NAME = 200;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Namespace namespace : model.namespaces()) {
      for (Table table : namespace.tables()) {
        name("table", table.name().name(), table.span(), found);
      }
      for (Entity entity : namespace.entities()) {
        name("entity", entity.name().name(), entity.span(), found);
        attributes("entity", entity.name().name(), entity.span(), entity.attributes(), found);
      }
      for (StructDefinition struct : namespace.structs()) {
        name("struct", struct.name().name(), struct.span(), found);
        attributes("struct", struct.name().name(), struct.span(), struct.attributes(), found);
      }
      for (EnumDefinition definition : namespace.enums()) {
        name("enum", definition.name().name(), definition.span(), found);
        constants(definition, found);
      }
      namespace.patterns().forEach(pattern -> pattern(pattern, found));
    }
    return found;
  }

  private static void name(String kind, String name, Span span, List<Diagnostic> found) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES_OF_NAME) {
      found.add(
          Diagnostic.error(ID, span, "the name of the %s is %d bytes long".formatted(kind, bytes))
              .withLabel("names of Java classes may have %d here".formatted(MOST_BYTES_OF_NAME)));
    }
  }

  private static void attributes(
      String kind, String name, Span span, List<Attribute> attributes, List<Diagnostic> found) {
    int values = attributes.stream().mapToInt(a -> a.isOptional() ? 1 : values(a.type())).sum();
    if (values > MOST_VALUES) {
      found.add(
          Diagnostic.error(ID, span, "the %s `%s` has too many attributes".formatted(kind, name))
              .withLabel(
                  "%d values, of %d that a Java record takes here; a long counts as two"
                      .formatted(values, MOST_VALUES))
              .withHint("put attributes that belong together into a struct"));
    }
    for (Attribute attribute : attributes) {
      attribute
          .defaultValue()
          .filter(DefaultValue.Constant.class::isInstance)
          .map(constant -> ((DefaultValue.Constant) constant).value())
          .filter(Value.TextValue.class::isInstance)
          .map(value -> ((Value.TextValue) value).text())
          .ifPresent(text -> text("default", text, attribute.span(), found));
    }
  }

  private static void constants(EnumDefinition definition, List<Diagnostic> found) {
    int constants = definition.constants().size();
    if (constants > MOST_CONSTANTS) {
      found.add(
          Diagnostic.error(
                  ID,
                  definition.span(),
                  "the enum `%s` has too many constants".formatted(definition.name().name()))
              .withLabel(
                  "%d, of %d that a Java enum holds here".formatted(constants, MOST_CONSTANTS))
              .withHint("use `string` for values that are so many"));
    }
    definition
        .constants()
        .forEach(constant -> text("stored", constant.storedText(), constant.span(), found));
  }

  private static void pattern(Pattern pattern, List<Diagnostic> found) {
    int values = pattern.parameters().stream().mapToInt(p -> values(p.type())).sum();
    if (pattern instanceof TransactionPattern transaction) {
      values += transaction.members().size();
    } else if (pattern instanceof ReadTransactionPattern gets) {
      values += gets.members().size();
    }
    if (values > MOST_VALUES) {
      found.add(
          Diagnostic.error(
                  ID,
                  pattern.span(),
                  "the pattern `%s` has too many parameters".formatted(pattern.name().name()))
              .withLabel(
                  "%d values, of %d that a Java method takes here; a long counts as two"
                      .formatted(values, MOST_VALUES)));
    }
  }

  private static void text(String kind, String text, Span span, List<Diagnostic> found) {
    int bytes = text.chars().map(JavaLimit::bytes).sum();
    if (bytes > MOST_BYTES_OF_TEXT) {
      found.add(
          Diagnostic.error(ID, span, "the %s text is %d bytes long".formatted(kind, bytes))
              .withLabel("a text of Java has at most %d".formatted(MOST_BYTES_OF_TEXT)));
    }
  }

  /** The bytes of a UTF-16 unit in a class file. */
  private static int bytes(int unit) {
    return unit == 0 ? 2 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }

  private static int values(AttributeType type) {
    boolean isLong = type instanceof IntegerType integer && integer.isLong();
    return isLong || type.kind() == TypeKind.DOUBLE ? 2 : 1;
  }
}
