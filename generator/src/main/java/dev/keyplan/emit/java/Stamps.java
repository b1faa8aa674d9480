package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Trait;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every write gives to the {@code @touch} and {@code @version} attributes of an entity. A
 * request is given the time, so that all of a call can be from one reading of the clock.
 */
final class Stamps {
  private final TypeMapping mapping;
  private final Optional<Attribute> touched;
  private final Optional<Attribute> version;

  Stamps(Entity entity, TypeMapping mapping) {
    this.mapping = mapping;
    this.touched = entity.touched();
    this.version = entity.version();
  }

  /** Whether writes give any attribute its value. */
  boolean isNeeded() {
    return touched.isPresent() || version.isPresent();
  }

  /**
   * Whether the request of an action takes the time: to store it, because it says {@code now}, or
   * to tell which guards have expired.
   */
  static boolean needTime(WriteAction action) {
    return dependsOnTime(action) || GuardExpressions.needTime(action);
  }

  /** Whether the time decides what an item is after an action, or whether it is carried out. */
  static boolean dependsOnTime(WriteAction action) {
    boolean isStored =
        action.entity().touched().isPresent()
            && !(action instanceof WriteAction.Check)
            && !(action instanceof WriteAction.Delete);
    return isStored || TimeOfCall.isIn(action);
  }

  /** The parameters of a request: those of its pattern, and the time. */
  static List<ParameterSpec> withTime(List<ParameterSpec> parameters) {
    List<ParameterSpec> all = new ArrayList<>(parameters);
    all.add(ParameterSpec.builder(Instant.class, nameOfTime(parameters)).build());
    return all;
  }

  /** The parameters of the request of an action. */
  static List<ParameterSpec> ofRequest(WriteAction action, List<ParameterSpec> parameters) {
    return needTime(action) ? withTime(parameters) : parameters;
  }

  /** What the time is called among the parameters of a request, of which it is the last. */
  static String timeOf(List<ParameterSpec> parameters) {
    return parameters.get(parameters.size() - 1).name();
  }

  /** What the time is called beside these parameters. */
  private static String nameOfTime(List<ParameterSpec> parameters) {
    return new LocalNames(parameters).variable("now");
  }

  /** Arguments with the time behind them. */
  static CodeBlock withTime(CodeBlock arguments, CodeBlock time) {
    return arguments.isEmpty() ? time : CodeBlock.of("$L, $L", arguments, time);
  }

  /** The reading of the clock, as the argument for a request: {@code table.clock().instant()}. */
  static CodeBlock reading(LocalNames names) {
    return CodeBlock.of("$L.clock().instant()", names.field("table"));
  }

  /** {@code .written(now, 1L)}, or nothing. */
  CodeBlock created(String now) {
    return written(now, CodeBlock.of(version.filter(Stamps::isLong).isPresent() ? "1L" : "1"));
  }

  /** {@code .written(now, Math.incrementExact(order.version()))}, or nothing. */
  CodeBlock changed(String now, String current) {
    return written(now, version.map(v -> next(v, current)).orElse(CodeBlock.of("")));
  }

  private CodeBlock written(String now, CodeBlock number) {
    if (!isNeeded()) {
      return CodeBlock.of("");
    }
    List<CodeBlock> arguments = new ArrayList<>();
    touched.ifPresent(t -> arguments.add(CodeBlock.of("$L", now)));
    version.ifPresent(v -> arguments.add(number));
    return CodeBlock.of(".written($L)", CodeBlock.join(arguments, ", "));
  }

  /** The version that a write of an item makes, given the item as it was read. */
  static CodeBlock next(Attribute version, String current) {
    return CodeBlock.of(
        "$T.incrementExact($L.$L())", Math.class, current, JavaNames.component(version.name()));
  }

  /** {@code private Instant updatedAt = Instant.EPOCH;}, before the first write. */
  static CodeBlock unwritten(Attribute attribute) {
    return touches(attribute)
        ? CodeBlock.of("$T.EPOCH", Instant.class)
        : CodeBlock.of(isLong(attribute) ? "0L" : "0");
  }

  /** What the documentation of a record says about such an attribute. */
  static String text(Attribute attribute) {
    return touches(attribute)
        ? "the time of the last write, which sets it; 1970 before the first one"
        : "counted by every write; 0 before the first one";
  }

  private static boolean touches(Attribute attribute) {
    return attribute.has(Trait.TOUCH);
  }

  private static boolean isLong(Attribute attribute) {
    return attribute.type() instanceof IntegerType integer && integer.isLong();
  }

  /** {@code Order written(Instant now, long version)}. */
  MethodSpec method(EntityTypes types, List<Attribute> attributes) {
    List<ParameterSpec> counter =
        version.stream()
            .map(v -> ParameterSpec.builder(mapping.type(v), JavaNames.component(v.name())).build())
            .toList();
    String now = nameOfTime(counter);
    List<ParameterSpec> parameters = new ArrayList<>();
    touched.ifPresent(t -> parameters.add(ParameterSpec.builder(Instant.class, now).build()));
    parameters.addAll(counter);
    CodeBlock arguments =
        attributes.stream()
            .map(
                attribute ->
                    attribute.has(Trait.TOUCH)
                        ? mapping.timed(attribute.type(), CodeBlock.of(now))
                        : CodeBlock.of(
                            attribute.isMaintained() || !isHidden(attribute, parameters)
                                ? "$L"
                                : "this.$L",
                            JavaNames.component(attribute.name())))
            .collect(CodeBlock.joining(", "));
    return MethodSpec.methodBuilder("written")
        .addJavadoc("The same, as a write stores it.")
        .addParameters(parameters)
        .returns(types.entity())
        .addStatement("return new $T(\n$>$>$L)$<$<", types.entity(), arguments)
        .build();
  }

  private static boolean isHidden(Attribute attribute, List<ParameterSpec> parameters) {
    return parameters.stream()
        .anyMatch(p -> p.name().equals(JavaNames.component(attribute.name())));
  }
}
