package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Operand;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.FanOut;
import dev.keyplan.plan.KeyCondition;
import dev.keyplan.plan.KeyTerm;
import dev.keyplan.plan.KeyValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The key condition of a query on items of one entity. */
final class KeyExpressions {
  private final KeyFunctions functions;
  private final TypeMapping mapping;

  /** The variables of the bucket and the shard that a request is about, by the text of the hole. */
  private final Map<String, String> each;

  /** The parameter that has the time of the call, if anything asks for it. */
  private final String now;

  KeyExpressions(KeyFunctions functions, TypeMapping mapping) {
    this(functions, mapping, Map.of(), "now");
  }

  private KeyExpressions(
      KeyFunctions functions, TypeMapping mapping, Map<String, String> each, String now) {
    this.functions = functions;
    this.mapping = mapping;
    this.each = each;
    this.now = now;
  }

  KeyExpressions with(Map<String, String> variables) {
    return new KeyExpressions(functions, mapping, variables, now);
  }

  /** The same in a method with these parameters, of which the last one may be the time. */
  KeyExpressions in(List<ParameterSpec> parameters) {
    return parameters.isEmpty()
        ? this
        : new KeyExpressions(functions, mapping, each, Stamps.timeOf(parameters));
  }

  /** {@code pk = :pk AND sk BETWEEN :sk AND :sk_}. */
  String condition(KeyCondition condition, Placeholders placeholders) {
    List<String> terms = new ArrayList<>();
    for (KeyTerm term : condition.terms()) {
      String hint = JavaNames.fromAttributeName(term.attribute().name());
      List<String> values = new ArrayList<>();
      for (int i = 0; i < term.values().size(); i++) {
        String suffix = term.values().size() == 1 ? "" : i == 0 ? "From" : "To";
        KeyValue value = term.values().get(i);
        values.add(
            value instanceof KeyValue.OfOperand of && of.isNow()
                ? placeholders.now(written(of.attribute(), of.operand()))
                : placeholders.value(hint + suffix, value(term.attribute().name(), value)));
      }
      // The list of the buckets has refused such a range.
      boolean isChecked = condition.fanOut().flatMap(FanOut::buckets).isPresent();
      if (term.comparator() == Comparator.BETWEEN && !isChecked) {
        addRange(placeholders, values, ends(term));
      }
      terms.add(comparison(placeholders.name(term.attribute().name()), term.comparator(), values));
    }
    return String.join(" AND ", terms);
  }

  /** The operands in which the two ends of a range differ: none if only the model's text does. */
  private static List<Operand> ends(KeyTerm term) {
    List<Operand> from = operands(term.values().get(0));
    List<Operand> to = operands(term.values().get(1));
    List<Operand> ends = new ArrayList<>();
    from.stream().filter(operand -> !to.contains(operand)).forEach(ends::add);
    to.stream().filter(operand -> !from.contains(operand)).forEach(ends::add);
    if (isDescending(term.values().get(0), ends)) {
      Collections.reverse(ends);
    }
    return ends;
  }

  /** Whether the text of the greater value comes first. */
  private static boolean isDescending(KeyValue from, List<Operand> ends) {
    return from instanceof KeyValue.OfText text
        && text.parts().stream()
            .anyMatch(
                part ->
                    part instanceof KeyValue.Rendered rendered
                        && rendered.hole().isDescending()
                        && ends.contains(rendered.operand()));
  }

  private static List<Operand> operands(KeyValue value) {
    if (value instanceof KeyValue.OfOperand of) {
      return List.of(of.operand());
    }
    List<Operand> operands = new ArrayList<>();
    for (KeyValue.Part part : ((KeyValue.OfText) value).parts()) {
      if (part instanceof KeyValue.Rendered rendered) {
        operands.add(rendered.operand());
      }
    }
    return operands;
  }

  /** Has the request refuse two ends that the caller gives the wrong way round. */
  static void addRange(Placeholders placeholders, List<String> values, List<Operand> ends) {
    if (ends.size() == 2) {
      placeholders.range(values.get(0), end(ends.get(0)), values.get(1), end(ends.get(1)));
    }
  }

  static String end(Operand operand) {
    return operand instanceof Operand.OfParameter of
        ? of.parameter().name()
        : operand instanceof Operand.OfNow ? "now" : "the constant of the model";
  }

  /** A comparison as DynamoDB writes it. */
  static String comparison(String name, Comparator comparator, List<String> values) {
    return switch (comparator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          name + " " + comparator.symbol() + " " + values.get(0);
      case BETWEEN -> name + " BETWEEN " + values.get(0) + " AND " + values.get(1);
      case BEGINS_WITH -> "begins_with(" + name + ", " + values.get(0) + ")";
    };
  }

  /** The value of an operand: the parameter, the time, or the constant. */
  CodeBlock operand(Attribute attribute, Operand operand) {
    if (operand instanceof Operand.OfNow) {
      return mapping.timed(attribute.type(), CodeBlock.of("$L", now));
    }
    return operand instanceof Operand.OfParameter of
        ? CodeBlock.of("$L", JavaNames.variable(of.parameter().name()))
        : ConstantMapping.of(attribute.type(), ((Operand.OfConstant) operand).value());
  }

  /** The {@code AttributeValue} of an operand, checked if it is a parameter. */
  CodeBlock written(Attribute attribute, Operand operand) {
    // The number of an epoch is cut as it is made.
    CodeBlock value =
        operand instanceof Operand.OfNow && attribute.type() instanceof EpochType
            ? CodeBlock.of("$L", now)
            : operand(attribute, operand);
    return operand instanceof Operand.OfParameter
        ? mapping.writeChecked(attribute.type(), name(attribute, operand), value)
        : mapping.write(attribute.type(), value);
  }

  /** The same where it is stored as the key of an index. */
  CodeBlock writtenKey(Attribute attribute, Operand operand) {
    CodeBlock value = operand(attribute, operand);
    return operand instanceof Operand.OfParameter
        ? mapping.writeCheckedKey(
            attribute.type(),
            functions.isSortKey(attribute.storedName()),
            name(attribute, operand),
            value)
        : mapping.write(attribute.type(), value);
  }

  /** The {@code AttributeValue} of a part of an attribute's text: as long as it likes. */
  CodeBlock writtenPart(Attribute attribute, Operand operand) {
    CodeBlock value = operand(attribute, operand);
    return operand instanceof Operand.OfParameter
        ? mapping.writePart(name(attribute, operand), value)
        : mapping.write(attribute.type(), value);
  }

  /** The {@code AttributeValue} of a value in a list. */
  CodeBlock writtenElement(Condition.In in, CodeBlock value) {
    Attribute target = in.path().target();
    return mapping.writeChecked(target.type(), name(target, in.list()), value);
  }

  /** How messages call an operand. */
  static String name(Attribute attribute, Operand operand) {
    return operand instanceof Operand.OfParameter of ? of.parameter().name() : attribute.name();
  }

  private CodeBlock value(String keyAttribute, KeyValue value) {
    if (value instanceof KeyValue.OfOperand of) {
      return of.operand() instanceof Operand.OfConstant
          ? written(of.attribute(), of.operand())
          : mapping.writeKeyOperand(
              of.attribute().type(),
              functions.isSortKey(keyAttribute),
              name(of.attribute(), of.operand()),
              operand(of.attribute(), of.operand()));
    }
    KeyValue.OfText text = (KeyValue.OfText) value;
    CodeBlock expression = isFunction(keyAttribute, text) ? call(keyAttribute, text) : text(text);
    return CodeBlock.of("$T.fromS($L)", Sdk.ATTRIBUTE_VALUE, expression);
  }

  private boolean isFunction(String keyAttribute, KeyValue.OfText text) {
    return text.isWhole()
        && functions
            .find(keyAttribute)
            .filter(function -> function.template().text().equals(text.template().text()))
            .isPresent();
  }

  private CodeBlock call(String keyAttribute, KeyValue.OfText text) {
    Map<String, Operand> operands = new HashMap<>();
    for (KeyValue.Part part : text.parts()) {
      if (part instanceof KeyValue.Rendered rendered) {
        operands.put(rendered.hole().attribute().name(), rendered.operand());
      }
    }
    return functions.call(
        functions.find(keyAttribute).orElseThrow(),
        attribute -> operand(attribute, operands.get(attribute.name())));
  }

  private CodeBlock text(KeyValue.OfText text) {
    List<CodeBlock> pieces = new ArrayList<>();
    for (KeyValue.Part part : text.parts()) {
      if (part instanceof KeyValue.Rendered rendered) {
        Attribute attribute = rendered.hole().attribute();
        String name = name(attribute, rendered.operand());
        CodeBlock value = operand(attribute, rendered.operand());
        pieces.add(
            rendered.isPrefix()
                ? mapping.holes().beginning(rendered.hole(), name, value)
                : mapping.holes().text(rendered.hole(), name, value));
      } else if (part instanceof KeyValue.Each each) {
        pieces.add(CodeBlock.of("$L", this.each.get(each.hole().text())));
      } else {
        pieces.add(CodeBlock.of("$S", ((KeyValue.Text) part).value()));
      }
    }
    return pieces.stream().collect(CodeBlock.joining(" + "));
  }
}
