package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.DefaultValue;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate.Hole;
import dev.keyplan.model.Model;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Value;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.plan.KeyTerm;
import dev.keyplan.plan.KeyValue;
import dev.keyplan.plan.Plan;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text of the model that is to stand in a key can stand there: it is not empty, and does not
 * contain the character behind its hole. Generated code refuses such texts of callers; one of the
 * model would be refused in every call.
 */
public final class ConstantNotInKey implements PlanRule {
  public static final String ID = "CONSTANT_NOT_IN_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    Map<Span, Diagnostic> found = new LinkedHashMap<>();
    Map<DefinitionName, List<Hole>> holes = new HashMap<>();
    for (EntityKeys.OwnHole own : EntityKeys.holes(model)) {
      holes.computeIfAbsent(own.entity().name(), name -> new ArrayList<>()).add(own.hole());
      Attribute attribute = own.hole().attribute();
      if (attribute.defaultValue().orElse(null) instanceof DefaultValue.Constant constant) {
        check(own.hole(), constant.value(), attribute.span(), found);
      }
    }
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      for (Assignment assignment : write.assignments()) {
        holes.getOrDefault(write.action().entity().name(), List.of()).stream()
            .filter(hole -> hole.attribute().equals(assignment.attribute()))
            .forEach(hole -> check(hole, assignment.value(), found));
      }
    }
    for (Plan plan : plans) {
      if (plan instanceof Plan.Query query) {
        query.condition().terms().forEach(term -> check(term, found));
      } else if (plan instanceof Plan.GetItem get) {
        check(get.entity(), get.key(), found);
      } else if (plan instanceof Plan.BatchGetItem batch) {
        check(batch.entity(), batch.key(), found);
      } else if (plan instanceof Plan.Write write) {
        check(write.action().entity(), write.pattern().write().key(), found);
      } else if (plan instanceof Plan.Transaction transaction) {
        transaction
            .members()
            .forEach(member -> check(member.action().entity(), member.key(), found));
      }
    }
    return new ArrayList<>(found.values());
  }

  private static void check(KeyTerm term, Map<Span, Diagnostic> found) {
    for (KeyValue value : term.values()) {
      if (value instanceof KeyValue.OfText text) {
        for (KeyValue.Part part : text.parts()) {
          if (part instanceof KeyValue.Rendered rendered) {
            check(rendered.hole(), rendered.operand(), found);
          }
        }
      }
    }
  }

  private static void check(Entity entity, Map<String, Operand> key, Map<Span, Diagnostic> found) {
    for (EntityKey.Part part : entity.key().parts()) {
      if (part.filling() instanceof Filling.FromTemplate from) {
        for (Hole hole : from.template().holes()) {
          Operand operand = key.get(hole.attribute().name());
          if (operand != null) {
            check(hole, operand, found);
          }
        }
      }
    }
  }

  private static void check(Hole hole, Operand operand, Map<Span, Diagnostic> found) {
    if (operand instanceof Operand.OfConstant constant) {
      check(hole, constant.value(), constant.span(), found);
    }
  }

  private static void check(Hole hole, Value value, Span span, Map<Span, Diagnostic> found) {
    if (hole.attribute().type() instanceof StringType
        && hole.function().isEmpty()
        && value instanceof Value.TextValue text) {
      problem(hole, text.text())
          .ifPresent(problem -> found.putIfAbsent(span, diagnostic(hole, span, problem)));
    }
  }

  private static Optional<String> problem(Hole hole, String text) {
    if (text.isEmpty()) {
      return Optional.of("it is empty");
    }
    return hole.delimiter()
        .filter(delimiter -> text.indexOf(delimiter) >= 0)
        .map(
            delimiter ->
                "it contains `%s`, which ends the hole".formatted(Character.toString(delimiter)));
  }

  private static Diagnostic diagnostic(Hole hole, Span span, String problem) {
    return Diagnostic.error(
            ID,
            span,
            "the text cannot stand in the key at `%s`: %s".formatted(hole.text(), problem))
        .withRelated(hole.span(), "it would stand here")
        .withHint("take another text, or let another one follow the hole");
  }
}
