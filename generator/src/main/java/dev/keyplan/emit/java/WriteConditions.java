package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Returned;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.util.List;
import java.util.Optional;

/** What the request of a write demands of the item, and what it wants to know of it. */
final class WriteConditions {
  private final JavaContext context;
  private final Entity entity;
  private final KeyExpressions keys;

  WriteConditions(JavaContext context, Entity entity, KeyExpressions keys) {
    this.context = context;
    this.entity = entity;
    this.keys = keys;
  }

  Optional<String> notExists(Placeholders placeholders) {
    return Optional.of("attribute_not_exists(" + partitionKey(placeholders) + ")");
  }

  Optional<String> exists(Placeholders placeholders) {
    return Optional.of("attribute_exists(" + partitionKey(placeholders) + ")");
  }

  /** {@code attribute_exists(pk) AND version = :readVersion}, if the entity has one. */
  Optional<String> asRead(Placeholders placeholders, ParameterSpec subject) {
    return entity
        .version()
        .map(
            version -> {
              String name = placeholders.name(version.storedName());
              CodeBlock read =
                  CodeBlock.of("$N.$L()", subject, JavaNames.component(version.name()));
              CodeBlock value = context.mapping().write(version.type(), read);
              String hint = "read" + JavaNames.capitalised(version.name());
              CodeBlock isRead =
                  CodeBlock.of(
                      "$T.version($S, $S, $L)",
                      context.support().asRead(),
                      name,
                      placeholders.value(hint, value),
                      read);
              return "attribute_exists("
                  + partitionKey(placeholders)
                  + ") AND "
                  + placeholders.term(isRead);
            });
  }

  /**
   * The same of an item that is given as it was read; and that it ends then, if it always does:
   * another one that took its key when it had expired may have the same version.
   */
  Optional<String> asReadWithEnd(Placeholders placeholders, ParameterSpec subject) {
    Optional<Attribute> expiry = entity.certainExpiry();
    return asRead(placeholders, subject)
        .map(version -> version + expiry.map(e -> end(e, placeholders, subject)).orElse(""));
  }

  private String end(Attribute expiry, Placeholders placeholders, ParameterSpec subject) {
    CodeBlock read = CodeBlock.of("$N.$L()", subject, JavaNames.component(expiry.name()));
    CodeBlock value = context.mapping().write(expiry.type(), read);
    String hint = "read" + JavaNames.capitalised(expiry.name());
    String name = placeholders.name(expiry.storedName());
    return " AND " + name + " = " + placeholders.value(hint, value);
  }

  Optional<String> condition(
      Optional<String> existence,
      Optional<Condition> condition,
      Placeholders placeholders,
      List<ParameterSpec> parameters) {
    ConditionExpression expression = expression(placeholders, parameters);
    if (condition.isEmpty()) {
      return existence;
    }
    String stated = expression.of(condition.get());
    boolean isSimple = condition.get() instanceof Condition.Term;
    return existence.isEmpty()
        ? Optional.of(stated)
        : Optional.of(existence.get() + " AND " + (isSimple ? stated : "(" + stated + ")"));
  }

  ConditionExpression expression(Placeholders placeholders, List<ParameterSpec> parameters) {
    return new ConditionExpression(
        "if", keys.in(parameters), placeholders, new LocalNames(parameters));
  }

  private String partitionKey(Placeholders placeholders) {
    return placeholders.name(entity.key().partition().get(0).key().name());
  }

  static CodeBlock conditional(Optional<String> condition, Placeholders placeholders) {
    CodeBlock.Builder calls = CodeBlock.builder();
    condition.ifPresent(
        text -> calls.add("\n.conditionExpression($L)", placeholders.expression(text)));
    calls.add(placeholders.calls());
    return condition.isPresent() ? calls.add(returnOld()).build() : calls.build();
  }

  /** {@code .conditionExpression("attribute_not_exists(pk)")} and what belongs to it. */
  CodeBlock ifNew() {
    Placeholders placeholders = new Placeholders(context.support());
    return conditional(notExists(placeholders), placeholders);
  }

  static CodeBlock returned(Returned returned) {
    String constant =
        switch (returned) {
          case NONE -> "NONE";
          case OLD -> "ALL_OLD";
          case NEW -> "ALL_NEW";
        };
    return CodeBlock.of("\n.returnValues($T.$L)", Sdk.RETURN_VALUE, constant);
  }

  static CodeBlock returnOld() {
    ClassName returned = Sdk.RETURN_ON_FAILURE;
    return CodeBlock.of("\n.returnValuesOnConditionCheckFailure($T.ALL_OLD)", returned);
  }

  /** The key of what is written, which is given by it or as it was read. */
  CodeBlock keyOf(WriteAction action, ParameterSpec subject) {
    return Signatures.takesEntity(action)
        ? CodeBlock.of("$T.key($N.key())", JavaContext.types(entity).codec(), subject)
        : CodeBlock.of("$T.key($N)", JavaContext.types(entity).codec(), subject);
  }
}
