package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Change;
import dev.keyplan.model.Entity;
import dev.keyplan.model.NumberBounds;
import dev.keyplan.model.Operand;
import dev.keyplan.model.TypeKind;
import dev.keyplan.model.Value;
import dev.keyplan.plan.ChangeDemands;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes of an update that reach into attributes or take something of the stored item, as
 * parts of DynamoDB's expressions.
 */
final class ChangeExpressions {
  private final Entity entity;
  private final SupportTypes support;
  private final KeyExpressions keys;
  private final Placeholders placeholders;
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> adds = new ArrayList<>();
  private final List<String> deletes = new ArrayList<>();
  private final List<String> demands = new ArrayList<>();

  ChangeExpressions(
      Entity entity, SupportTypes support, KeyExpressions keys, Placeholders placeholders) {
    this.entity = entity;
    this.support = support;
    this.keys = keys;
    this.placeholders = placeholders;
  }

  /** What stands behind {@code SET}. */
  List<String> sets() {
    return sets;
  }

  /** What stands behind {@code REMOVE}. */
  List<String> removes() {
    return removes;
  }

  /** What stands behind {@code ADD}. */
  List<String> adds() {
    return adds;
  }

  /** What stands behind {@code DELETE}. */
  List<String> deletes() {
    return deletes;
  }

  /** What the stored item has to fulfil so that the changes can be made. */
  List<String> demands() {
    return demands;
  }

  void add(List<Change> changes) {
    changes.forEach(this::add);
    changes.forEach(
        change -> ChangeDemands.notEmpty(entity, change).ifPresent(this::demandNotEmpty));
    List<String> existing = new ArrayList<>();
    for (AttributePath path : ChangeDemands.existing(changes)) {
      existing.add("attribute_exists(" + placeholders.path(path) + ")");
    }
    demands.addAll(0, existing);
  }

  /** DynamoDB would refuse the whole request, without saying which value it means. */
  private void demandNotEmpty(AttributePath path) {
    CodeBlock empty =
        path.target().type().kind() == TypeKind.BINARY
            ? CodeBlock.of(
                "$T.fromB($T.fromByteArray(new byte[0]))", Sdk.ATTRIBUTE_VALUE, Sdk.BYTES)
            : CodeBlock.of("$T.fromS($S)", Sdk.ATTRIBUTE_VALUE, "");
    demands.add(
        placeholders.path(path)
            + " <> "
            + placeholders.value(path.target().name() + "_none", empty));
  }

  private void add(Change change) {
    String path = placeholders.path(change.path());
    if (change instanceof Change.Replace replace) {
      sets.add(path + " = " + value(change.path(), replace.value()));
    } else if (change instanceof Change.SetIfAbsent set) {
      String present = placeholders.path(set.present().path());
      String otherwise = value(change.path(), set.otherwise());
      sets.add(path + " = if_not_exists(" + present + ", " + otherwise + ")");
    } else if (change instanceof Change.Calculate calculate) {
      calculate(path, calculate);
    } else if (change instanceof Change.AddNumber add) {
      addNumber(path, add);
    } else if (change instanceof Change.Append append) {
      append(path, append);
    } else if (change instanceof Change.ChangeSet set) {
      (set.isRemoval() ? deletes : adds).add(path + " " + elements(set));
    } else {
      removes.add(path);
    }
  }

  /** What a value is set to; an index key is not empty. */
  private String value(AttributePath path, Operand operand) {
    Attribute target = path.target();
    boolean isKey = path.isWhole() && entity.isStoredAsIndexKey(target);
    return isKey && !(operand instanceof Operand.OfAttribute)
        ? placeholders.value(target.name(), keys.writtenKey(target, operand))
        : value(target, operand);
  }

  private String value(Attribute attribute, Operand operand) {
    return operand instanceof Operand.OfAttribute of
        ? placeholders.path(of.path())
        : placeholders.value(attribute.name(), keys.written(attribute, operand));
  }

  private void calculate(String path, Change.Calculate change) {
    String left = value(change.amount(), change.left());
    String right = value(change.amount(), change.right());
    sets.add(path + " = " + left + (change.isMinus() ? " - " : " + ") + right);
    boolean isAttributeLeft = change.left() instanceof Operand.OfAttribute;
    Operand number = isAttributeLeft ? change.right() : change.left();
    if (number instanceof Operand.OfAttribute) {
      return;
    }
    AttributePath limited = ChangeDemands.limited(change).orElseThrow();
    NumberBounds bounds = NumberBounds.of(change.path().target().type()).orElseThrow();
    Attribute type = change.amount();
    BigDecimal minimum = bounds.minimum();
    BigDecimal maximum = bounds.maximum();
    if (!change.isMinus()) {
      between(limited, boundLess(minimum, type, number), boundLess(maximum, type, number));
    } else if (isAttributeLeft) {
      between(limited, boundAnd(minimum, type, number), boundAnd(maximum, type, number));
    } else {
      between(limited, lessBound(maximum, type, number), lessBound(minimum, type, number));
    }
  }

  /** Inside of an attribute there is no {@code ADD}. */
  private void addNumber(String path, Change.AddNumber change) {
    String number = value(change.amount(), change.number());
    boolean mayCountFromZero = ChangeDemands.mayCountFromZero(change);
    if (change.path().isWhole()) {
      adds.add(path + " " + number);
    } else if (mayCountFromZero) {
      String zero =
          placeholders.value("zero", CodeBlock.of("$T.fromN($S)", Sdk.ATTRIBUTE_VALUE, "0"));
      sets.add(path + " = if_not_exists(" + path + ", " + zero + ") + " + number);
    } else {
      sets.add(path + " = " + path + " + " + number);
    }
    NumberBounds bounds = NumberBounds.of(change.path().target().type()).orElseThrow();
    between(
        change.path(),
        boundLess(bounds.minimum(), change.amount(), change.number()),
        boundLess(bounds.maximum(), change.amount(), change.number()));
    if (mayCountFromZero) {
      String range = demands.remove(demands.size() - 1);
      demands.add("(attribute_not_exists(" + path + ") OR " + range + ")");
    }
  }

  private void between(AttributePath path, CodeBlock least, CodeBlock most) {
    String name = path.target().name();
    demands.add(
        placeholders.path(path)
            + " BETWEEN "
            + placeholders.value(name + "_least", least)
            + " AND "
            + placeholders.value(name + "_most", most));
  }

  private void append(String path, Change.Append change) {
    String name = change.elements().name();
    CodeBlock written = keys.written(change.elements(), change.value());
    CodeBlock list =
        change.isEach()
            ? written
            : CodeBlock.of("$T.fromL($T.of($L))", Sdk.ATTRIBUTE_VALUE, List.class, written);
    String elements = placeholders.value(name, list);
    CodeBlock empty = CodeBlock.of("$T.fromL($T.of())", Sdk.ATTRIBUTE_VALUE, List.class);
    String present =
        "if_not_exists(" + path + ", " + placeholders.value(name + "_none", empty) + ")";
    sets.add(
        path
            + " = list_append("
            + (change.isFirst() ? elements + ", " + present : present + ", " + elements)
            + ")");
  }

  private String elements(Change.ChangeSet change) {
    CodeBlock written = keys.written(change.elements(), change.value());
    return placeholders.value(
        change.elements().name(),
        change.isEach() ? written : CodeBlock.of("$T.setOf($L)", support.elements(), written));
  }

  /** {@code bound - amount}. */
  private CodeBlock boundLess(BigDecimal bound, Attribute type, Operand amount) {
    return constant(amount)
        .map(constant -> number(bound.subtract(constant)))
        .orElseGet(
            () ->
                CodeBlock.of(
                    "$T.difference($S, $L)",
                    support.bounds(),
                    text(bound),
                    keys.operand(type, amount)));
  }

  /** {@code bound + amount}. */
  private CodeBlock boundAnd(BigDecimal bound, Attribute type, Operand amount) {
    return constant(amount)
        .map(constant -> number(bound.add(constant)))
        .orElseGet(
            () ->
                CodeBlock.of(
                    "$T.sum($S, $L)", support.bounds(), text(bound), keys.operand(type, amount)));
  }

  /** {@code amount - bound}. */
  private CodeBlock lessBound(BigDecimal bound, Attribute type, Operand amount) {
    return constant(amount)
        .map(constant -> number(constant.subtract(bound)))
        .orElseGet(
            () ->
                CodeBlock.of(
                    "$T.difference($L, $S)",
                    support.bounds(),
                    keys.operand(type, amount),
                    text(bound)));
  }

  private static Optional<BigDecimal> constant(Operand amount) {
    return amount instanceof Operand.OfConstant of && of.value() instanceof Value.NumberValue value
        ? Optional.of(value.number())
        : Optional.empty();
  }

  /** DynamoDB takes 38 digits; where there are more, no stored value is near. */
  private static CodeBlock number(BigDecimal number) {
    return CodeBlock.of(
        "$T.fromN($S)", Sdk.ATTRIBUTE_VALUE, text(number.round(new MathContext(38))));
  }

  private static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
