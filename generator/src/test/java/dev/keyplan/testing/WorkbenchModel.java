package dev.keyplan.testing;

import static dev.keyplan.testing.ModelParts.SPAN;
import static dev.keyplan.testing.ModelParts.attribute;
import static dev.keyplan.testing.ModelParts.filled;
import static dev.keyplan.testing.ModelParts.integer;
import static dev.keyplan.testing.ModelParts.key;
import static dev.keyplan.testing.ModelParts.keyAttribute;
import static dev.keyplan.testing.ModelParts.optional;
import static dev.keyplan.testing.ModelParts.string;
import static dev.keyplan.testing.ModelParts.uuid;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.BooleanType;
import dev.keyplan.model.Billing;
import dev.keyplan.model.BuiltInMethod;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Index;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.Projection;
import dev.keyplan.model.Returned;
import dev.keyplan.model.Table;
import dev.keyplan.model.TableSettings;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.Workload;
import dev.keyplan.model.Write;
import dev.keyplan.model.WritePattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the Workbench finds hard, made by hand: two namespaces that have nothing to do with one. */
public final class WorkbenchModel {
  private static final String SHOP = "com.acme.shop";
  private static final String STOCK = "com.acme.stock";

  private WorkbenchModel() {}

  public static Model model() {
    return new Model(List.of(shop(), stock()));
  }

  /** Indexes that the format does not have, and an attribute with two types. */
  private static Namespace shop() {
    KeySchema primary = key("pk", "sk");
    KeySchema several =
        new KeySchema(
            List.of(keyAttribute("tenant"), keyAttribute("region")),
            List.of(keyAttribute("state")));
    KeySchema local =
        new KeySchema(
            List.of(keyAttribute("pk")), List.of(new KeyAttribute("total", KeyType.NUMBER, SPAN)));
    Index gsi1 =
        index(
            "gsi1",
            Index.Kind.GLOBAL,
            key("gsi1pk", "gsi1sk"),
            new Projection.Include(List.of("pk", "gsi1sk", "name", "state")));
    Index byRegion = index("byRegion", Index.Kind.GLOBAL, several, new Projection.All());
    Index byTotal = index("byTotal", Index.Kind.LOCAL, local, new Projection.All());
    Table table = table(SHOP, "Shop", "shop", primary, List.of(gsi1, byRegion, byTotal));

    List<Attribute> customer =
        List.of(
            attribute("id", uuid()),
            attribute("name", string(1, 100)),
            optional("email", string()),
            attribute("state", new BooleanType()));
    List<Attribute> order =
        List.of(
            attribute("customerId", uuid()),
            attribute("number", integer(1, 999)),
            attribute("tenant", string()),
            attribute("region", string()),
            attribute("state", string()),
            attribute("total", integer(0, 1_000_000)));
    Entity customerEntity =
        entity(
            SHOP,
            "Customer",
            table,
            customer,
            filled(primary, customer, "\"CUSTOMER#{id}\"", "\"PROFILE\""),
            new IndexMembership(
                gsi1, filled(gsi1.key(), customer, "\"EMAIL#{email}\"", "\"PROFILE\""), SPAN));
    Entity orderEntity =
        entity(
            SHOP,
            "Order",
            table,
            order,
            filled(primary, order, "\"CUSTOMER#{customerId}\"", "\"ORDER#{number}\""),
            new IndexMembership(
                byRegion, filled(several, order, "tenant", "region", "state"), SPAN),
            new IndexMembership(
                byTotal, filled(local, order, "\"CUSTOMER#{customerId}\"", "total"), SPAN));
    return namespace(
        SHOP,
        "A shop's \"orders\" & customers.",
        table,
        List.of(customerEntity, orderEntity),
        List.of(
            new TransactionPattern(
                new DefinitionName(SHOP, "review"),
                Optional.of("Looks at the customer and changes the order."),
                List.of(
                    new TransactionPattern.Member(
                        "buyer", write(Write.Verb.CHECK, customerEntity), SPAN),
                    new TransactionPattern.Member(
                        "order", write(Write.Verb.UPDATE, orderEntity), SPAN)),
                List.of(),
                List.of(),
                List.of(),
                Workload.none(),
                SPAN),
            write(SHOP, "remove", Write.Verb.DELETE, orderEntity)));
  }

  /** A table without sort key, and names that the shop has, too. */
  private static Namespace stock() {
    KeySchema primary = key("id");
    Table table = table(STOCK, "Stock", "stock", primary, List.of());
    List<Attribute> order = List.of(attribute("id", uuid()));
    Entity entity = entity(STOCK, "Order", table, order, filled(primary, order, "id"));
    return namespace(
        STOCK,
        "What is in store.",
        table,
        List.of(entity),
        List.of(write(STOCK, "remove", Write.Verb.DELETE, entity)));
  }

  private static Table table(
      String namespace, String name, String tableName, KeySchema key, List<Index> indexes) {
    return new Table(
        new DefinitionName(namespace, name),
        tableName,
        Optional.of("The table of " + name + "."),
        key,
        indexes,
        new Billing.OnDemand(),
        Optional.of("_type"),
        TableSettings.defaults(),
        true,
        SPAN);
  }

  private static Index index(String name, Index.Kind kind, KeySchema key, Projection projection) {
    return new Index(
        name,
        name,
        kind,
        key,
        projection,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SPAN);
  }

  private static Entity entity(
      String namespace,
      String name,
      Table table,
      List<Attribute> attributes,
      EntityKey key,
      IndexMembership... indexes) {
    return new Entity(
        new DefinitionName(namespace, name),
        Optional.empty(),
        table,
        name,
        List.of(),
        attributes,
        key,
        List.of(indexes),
        List.of(),
        Set.of(BuiltInMethod.values()),
        Optional.empty(),
        SPAN);
  }

  private static Namespace namespace(
      String name, String text, Table table, List<Entity> entities, List<Pattern> patterns) {
    return new Namespace(
        name, Optional.of(text), List.of(table), entities, List.of(), List.of(), patterns);
  }

  private static Pattern write(String namespace, String name, Write.Verb verb, Entity entity) {
    return new WritePattern(
        new DefinitionName(namespace, name),
        Optional.empty(),
        write(verb, entity),
        List.of(),
        Workload.none(),
        SPAN);
  }

  private static Write write(Write.Verb verb, Entity entity) {
    return new Write(
        verb,
        entity,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Returned.NONE,
        SPAN);
  }
}
