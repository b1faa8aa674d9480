package dev.keyplan.testing;

import static dev.keyplan.testing.ModelParts.SPAN;
import static dev.keyplan.testing.ModelParts.attribute;
import static dev.keyplan.testing.ModelParts.filled;
import static dev.keyplan.testing.ModelParts.integer;
import static dev.keyplan.testing.ModelParts.key;
import static dev.keyplan.testing.ModelParts.optional;
import static dev.keyplan.testing.ModelParts.string;
import static dev.keyplan.testing.ModelParts.timestamp;
import static dev.keyplan.testing.ModelParts.uuid;
import static dev.keyplan.testing.ModelParts.withDefault;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.BooleanType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.Precision;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.Billing;
import dev.keyplan.model.DefaultValue;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.Table;
import dev.keyplan.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An entity for every way in which sample data can be wrong. */
public final class DataModel {
  private static final String TODO = "com.acme.todo";
  private static final String BLOG = "com.acme.blog";
  private static final KeySchema KEY = key("pk", "sk");

  private DataModel() {}

  public static Model model() {
    Attribute id = attribute("id", string(1, 2048));
    StructDefinition home =
        new StructDefinition(
            name("Home"), Optional.empty(), List.of(attribute("city", string(1, 20))), SPAN);
    StructDefinition person =
        new StructDefinition(
            name("Person"),
            Optional.empty(),
            List.of(
                attribute("name", "full_name", string(1, 20)),
                optional("home", new StructType(home))),
            SPAN);
    AttributeType state =
        new EnumType(
            new EnumDefinition(
                name("TaskState"),
                Optional.empty(),
                List.of(constant("OPEN", "OPEN"), constant("DONE", "done-and-dusted")),
                SPAN));
    AttributeType moment = timestamp(Precision.MILLISECONDS);
    return new Model(
        List.of(
            namespace(BLOG, entity(BLOG, "Note", "\"NOTE#{id}\"", "\"NOTE\"", id)),
            namespace(
                TODO,
                entity(
                    TODO,
                    "Task",
                    "\"LIST#{list}\"",
                    "\"{at}#{number}#{score}\"",
                    attribute("list", uuid()),
                    withDefault(attribute("at", moment), new DefaultValue.Now()),
                    attribute("number", integer(1, 999)),
                    withDefault(
                        attribute("score", integer(-5, 5)),
                        new DefaultValue.Constant(new Value.NumberValue(BigDecimal.valueOf(-2)))),
                    attribute("title", string(1, 100)),
                    withDefault(
                        attribute("done", new BooleanType()),
                        new DefaultValue.Constant(new Value.BooleanValue(false))),
                    withDefault(
                        attribute("state", "task_state", state),
                        new DefaultValue.Constant(
                            new Value.EnumValue(
                                ((EnumType) state).definition(),
                                ((EnumType) state).definition().constants().get(1)))),
                    optional("author", new StructType(person))),
                entity(TODO, "Note", "\"NOTE#{id}\"", "\"NOTE\"", attribute("id", uuid())),
                entity(
                    TODO,
                    "Project",
                    "\"PROJECT#{code}\"",
                    "\"PROJECT\"",
                    attribute("name", string(1, 10)),
                    attribute("code", string(2, 2))),
                entity(
                    TODO,
                    "Number",
                    "\"NUMBER#{id}\"",
                    "\"NUMBER\"",
                    id,
                    attribute("small", integer(1, 99)),
                    attribute("big", new IntegerType(true, false, Long.MIN_VALUE, Long.MAX_VALUE))),
                entity(
                    TODO,
                    "Flag",
                    "\"FLAG#{id}\"",
                    "\"{isOn}\"",
                    id,
                    attribute("isOn", new BooleanType())),
                entity(
                    TODO,
                    "Moment",
                    "\"MOMENT#{id}\"",
                    "\"{seconds}#{micros}\"",
                    id,
                    attribute("seconds", timestamp(Precision.SECONDS)),
                    attribute("micros", timestamp(Precision.MICROSECONDS))),
                entity(TODO, "State", "\"S#{id}\"", "\"{state}\"", id, attribute("state", state)),
                entity(
                    TODO,
                    "Book",
                    "\"BOOK#{id}\"",
                    "\"BOOK\"",
                    id,
                    attribute("author", new StructType(person))),
                entity(
                    TODO,
                    "Nothing",
                    "\"NOTHING#{id}\"",
                    "\"NOTHING\"",
                    id,
                    optional("note", string()),
                    attribute("count", integer(0, 9))),
                entity(
                    TODO,
                    "Page",
                    "\"SITE#{site}/{path}\"",
                    "\"PAGE\"",
                    attribute("site", string()),
                    attribute("path", string())))));
  }

  private static Namespace namespace(String name, Entity... entities) {
    return new Namespace(
        name, Optional.empty(), List.of(), List.of(entities), List.of(), List.of(), List.of());
  }

  private static Entity entity(
      String namespace, String name, String partition, String sort, Attribute... attributes) {
    return new Entity(
        new DefinitionName(namespace, name),
        Optional.empty(),
        new Table(
            new DefinitionName(namespace, "Table"),
            namespace,
            Optional.empty(),
            KEY,
            List.of(),
            new Billing.OnDemand(),
            Optional.of("_type"),
            SPAN),
        name,
        List.of(attributes),
        filled(KEY, List.of(attributes), partition, sort),
        List.of(),
        SPAN);
  }

  private static EnumDefinition.Constant constant(String name, String storedText) {
    return new EnumDefinition.Constant(name, storedText, Optional.empty(), SPAN);
  }

  private static DefinitionName name(String name) {
    return new DefinitionName(TODO, name);
  }
}
