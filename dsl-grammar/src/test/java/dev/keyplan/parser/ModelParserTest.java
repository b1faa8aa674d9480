package dev.keyplan.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.source.Position;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Condition;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.EnumDeclaration;
import dev.keyplan.syntax.ModelFile;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operand;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.PatternDeclaration;
import dev.keyplan.syntax.StructDeclaration;
import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.Template;
import dev.keyplan.syntax.TextLiteral;
import dev.keyplan.syntax.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tree of {@code everything.keyplan}, which has every construct once. */
class ModelParserTest {
  private static Outcome<ModelFile> outcome;

  @BeforeAll
  static void parse() throws IOException {
    Path path = Path.of("src/test/resources/models/everything.keyplan");
    outcome = ModelParser.parse(new SourceFile("everything.keyplan", Files.readString(path)));
  }

  @Test
  void readsEverything() {
    assertThat(outcome.diagnostics())
        .extracting(diagnostic -> diagnostic.id())
        .containsExactly("COMMA_NOT_NEEDED");
    assertThat(outcome.value().declarations())
        .extracting(declaration -> declaration.name().text())
        .containsExactly(
            "Shop", "Status", "Address", "Order", "where", "all", "each", "set", "transact");
  }

  @Test
  void namespaceHasTheFirstDocumentation() {
    assertThat(outcome.value().namespace().orElseThrow().name().text())
        .isEqualTo("com.acme.namespace.table");
    assertThat(outcome.value().namespace().orElseThrow().documentation())
        .map(Documentation::text)
        .contains(
            "Every construct of the language once,\nunder names that are keywords wherever that"
                + " could confuse.");
  }

  @Test
  void tablesHavePhysicalNames() {
    TableDeclaration table = declaration(TableDeclaration.class, "Shop");
    TableDeclaration.Key key = (TableDeclaration.Key) table.members().get(0);
    TableDeclaration.Index byDay = (TableDeclaration.Index) table.members().get(1);

    assertThat(table.tableName()).map(TextLiteral::value).contains("shop-2");
    assertThat(names(key.partition())).containsExactly("PK:1");
    assertThat(key.sort().orElseThrow().attributes().get(0).type())
        .map(Name::text)
        .contains("number");
    assertThat(byDay.documentation()).map(Documentation::text).contains("By day.");
    assertThat(byDay.indexName()).map(TextLiteral::value).contains("by-day");
    assertThat(names(byDay.partition().orElseThrow())).containsExactly("GSI1-PK");
    assertThat(names(byDay.sort().orElseThrow())).containsExactly("GSI1-SK");
  }

  @Test
  void indexesHaveOptionsInTheirOrder() {
    List<TableDeclaration.Index> indexes =
        declaration(TableDeclaration.class, "Shop").members().stream()
            .filter(TableDeclaration.Index.class::isInstance)
            .map(TableDeclaration.Index.class::cast)
            .toList();

    assertThat(indexes)
        .extracting(index -> index.name().text())
        .containsExactly("byDay", "hashOnly", "byRegion", "byTotal");
    assertThat(indexes)
        .extracting(TableDeclaration.Index::isLocal)
        .containsExactly(false, false, false, true);
    TableDeclaration.Projection list =
        (TableDeclaration.Projection) indexes.get(0).options().get(0);
    assertThat(list.attributes()).extracting(TextLiteral::value).containsExactly("a", "b-c");
    TableDeclaration.Throughput throughput =
        (TableDeclaration.Throughput) indexes.get(0).options().get(1);
    assertThat(throughput.amounts()).hasSize(2);
    assertThat(names(indexes.get(2).partition().orElseThrow()))
        .containsExactly("tenantId", "region");
    TableDeclaration.Throughput maximum =
        (TableDeclaration.Throughput) indexes.get(2).options().get(0);
    assertThat(maximum.amounts().get(0).kind().text()).isEqualTo("max read");
    assertThat(indexes.get(3).partition()).isEmpty();
    assertThat(indexes.get(3).indexName()).map(TextLiteral::value).contains("by-total");
  }

  @Test
  void settingsAreWordsAndValues() {
    assertThat(declaration(TableDeclaration.class, "Shop").members())
        .filteredOn(TableDeclaration.Setting.class::isInstance)
        .extracting(setting -> setting.span().text().replaceAll(" +", " "))
        .containsExactly(
            "ttl expiresAt",
            "stream new_and_old_images",
            "type \"_kind\"",
            "copies none",
            "names snake_case",
            "class infrequent_access",
            "encryption com.acme.key");
  }

  @Test
  void enumsHaveStoredTextsAndDocumentation() {
    EnumDeclaration status = declaration(EnumDeclaration.class, "Status");

    assertThat(status.constants())
        .extracting(constant -> constant.name().text())
        .containsExactly("OPEN", "in", "key", "pattern", "CLOSED");
    assertThat(status.constants().get(2).storedText()).map(TextLiteral::value).contains("k");
    assertThat(status.constants().get(4).documentation())
        .map(Documentation::text)
        .contains("Documented.");
  }

  @Test
  void textsHaveTheirEscapesResolved() {
    StructDeclaration address = declaration(StructDeclaration.class, "Address");

    assertThat(address.attributes().get(0).defaultValue())
        .map(value -> ((TextLiteral) value).value())
        .contains("a \"b\" \\ {c}");
    assertThat(address.attributes().get(1).isOptional()).isTrue();
  }

  @Test
  void keysAreTemplatesWithHoles() {
    EntityDeclaration order = declaration(EntityDeclaration.class, "Order");
    EntityDeclaration.KeyFilling filling =
        ((EntityDeclaration.Key) order.members().get(0)).filling();

    assertThat(order.typeValue()).map(TextLiteral::value).contains("ORD");
    assertThat(order.table().orElseThrow().text()).isEqualTo("com.acme.shop.Shop");
    assertThat(template(filling.partition()).parts())
        .extracting(part -> part.span().text())
        .containsExactly("ORDER#", "{shipTo.city}", "#", "{id:shard(16)}");
    Template.Hole shard = (Template.Hole) template(filling.partition()).parts().get(3);
    assertThat(shard.functions().get(0).name().text()).isEqualTo("shard");
    assertThat(shard.functions().get(0).arguments()).hasSize(1);
    assertThat(template(filling.sort()).parts())
        .extracting(part -> part.span().text())
        .containsExactly("AT#", "{at:month}", "#", "{lines[0].sku}", "#", "{score:desc}");
  }

  @Test
  void membershipsHaveSidesAndConditions() {
    List<EntityDeclaration.IndexMembership> memberships =
        declaration(EntityDeclaration.class, "Order").members().stream()
            .filter(EntityDeclaration.IndexMembership.class::isInstance)
            .map(EntityDeclaration.IndexMembership.class::cast)
            .toList();

    assertThat(memberships.get(0).filling().orElseThrow().partition().orElseThrow().fillings())
        .hasSize(2);
    Condition.All when = (Condition.All) memberships.get(0).when().orElseThrow();
    assertThat(when.conditions())
        .extracting(condition -> condition.getClass().getSimpleName())
        .containsExactly("Comparison", "Call", "Not");
    assertThat(memberships.get(1).filling().orElseThrow().partition()).isEmpty();
    assertThat(memberships.get(1).filling().orElseThrow().sort()).isPresent();
    assertThat(memberships.get(2).filling()).isEmpty();
  }

  @Test
  void attributesHaveTypesDefaultsAndTraits() {
    List<AttributeDeclaration> attributes =
        declaration(EntityDeclaration.class, "Order").members().stream()
            .filter(AttributeDeclaration.class::isInstance)
            .map(AttributeDeclaration.class::cast)
            .toList();

    assertThat(attributes)
        .extracting(attribute -> attribute.name().text())
        .containsExactly(
            "key", "index", "unique", "volume", "was", "only", "when", "in", "where", "id", "table",
            "größe", "pattern");
    assertThat(attributes.get(0).storedName()).map(TextLiteral::value).contains("key_");
    assertThat(attributes.get(0).documentation()).map(Documentation::text).contains("The key.");
    TypeReference.Range range = (TypeReference.Range) attributes.get(1).type().arguments().get(0);
    assertThat(range.low().orElseThrow().value()).isEqualByComparingTo("-10");
    assertThat(range.high().orElseThrow().value()).isEqualByComparingTo("-1");
    assertThat(attributes.get(5).type().elements().get(0).elements().get(0).span().text())
        .isEqualTo("set<string(1..2)>");
    assertThat(attributes.get(5).traits())
        .extracting(trait -> trait.name().text())
        .containsExactly("size", "sensitive");
    assertThat(attributes.get(9).defaultValue())
        .map(value -> value.span().text())
        .contains("random");
    assertThat(attributes.get(10).defaultValue())
        .map(value -> value.span().text())
        .contains("none");
  }

  @Test
  void conditionsKeepTheirStructure() {
    PatternDeclaration pattern = declaration(PatternDeclaration.class, "where");
    Condition.All where = (Condition.All) clause(pattern, Clause.Where.class).condition();

    assertThat(where.conditions())
        .extracting(condition -> condition.getClass().getSimpleName())
        .containsExactly(
            "Any",
            "Not",
            "Between",
            "Infix",
            "Infix",
            "Comparison",
            "Comparison",
            "Comparison",
            "Comparison",
            "Infix");
    Condition.Comparison size = (Condition.Comparison) where.conditions().get(5);
    assertThat(size.operator()).isEqualTo(Condition.Operator.GREATER_OR_EQUAL);
    assertThat(size.left()).isInstanceOf(Operand.CallOperand.class);
    Condition.Infix prefix = (Condition.Infix) where.conditions().get(3);
    assertThat(((Operand.PathOperand) prefix.left()).path().steps()).hasSize(4);
  }

  @Test
  void clausesComeInTheirOrder() {
    PatternDeclaration pattern = declaration(PatternDeclaration.class, "where");

    assertThat(pattern.clauses())
        .extracting(Clause::keyword)
        .containsExactly(
            "where",
            "filter",
            "order",
            "limit",
            "page",
            "consistent",
            "fetch",
            "select",
            "via",
            "rate",
            "expect");
    Clause.Order order = clause(pattern, Clause.Order.class);
    assertThat(order.attributes())
        .extracting(path -> path.span().text())
        .containsExactly("order", "desc");
    assertThat(order.direction()).map(Name::text).contains("desc");
    assertThat(clause(pattern, Clause.Select.class).alias()).map(Name::text).contains("Summary");
    assertThat(clause(pattern, Clause.Rate.class).unit().text()).isEqualTo("s");
  }

  @Test
  void operationsAreVerbsWithEntities() {
    Operation.Single all = operation("all");
    Operation.Single each = operation("each");

    assertThat(all.verb()).isEqualTo(Operation.Verb.QUERY);
    assertThat(all.entities()).isEmpty();
    assertThat(each.isEach()).isTrue();
    assertThat(each.verbSpan().text()).isEqualTo("create");
    assertThat(operation("where").entities())
        .extracting(name -> name.text())
        .containsExactly("Order", "com.acme.shop.Shipment");
  }

  @Test
  void assignmentsAddAndSubtract() {
    Clause.Set set = clause(declaration(PatternDeclaration.class, "set"), Clause.Set.class);

    assertThat(set.assignments())
        .extracting(assignment -> assignment.value().map(value -> value.getClass().getSimpleName()))
        .containsExactly(
            Optional.of("ParameterOperand"),
            Optional.of("ArithmeticOperand"),
            Optional.of("ArithmeticOperand"),
            Optional.of("CallOperand"),
            Optional.empty(),
            Optional.of("LiteralOperand"),
            Optional.of("LiteralOperand"));
    Operand.ArithmeticOperand minus =
        (Operand.ArithmeticOperand) set.assignments().get(2).value().orElseThrow();
    assertThat(minus.isMinus()).isTrue();
  }

  @Test
  void transactionsHaveMembersWithClauses() {
    PatternDeclaration pattern = declaration(PatternDeclaration.class, "transact");
    Operation.Transaction transaction = (Operation.Transaction) pattern.operation().orElseThrow();

    assertThat(transaction.members())
        .extracting(member -> member.alias().map(Name::text).orElse("-"))
        .containsExactly("order", "as", "-", "gone", "moved");
    assertThat(transaction.members())
        .extracting(member -> member.clauses().stream().map(Clause::keyword).toList())
        .containsExactly(
            List.of("if"), List.of("set", "if", "returns"), List.of(), List.of(), List.of("set"));
    assertThat(pattern.clauses()).extracting(Clause::keyword).containsExactly("where", "rate");
  }

  @Test
  void spansAreUtf16AndColumnsCodePoints() {
    SourceFile file = new SourceFile("a.keyplan", "\uFEFFenum A { X \"🙂\", Y }\r\nenum B { Z }");
    EnumDeclaration first = (EnumDeclaration) ModelParser.parse(file).value().declarations().get(0);
    Span last = first.constants().get(1).span();

    assertThat(last.text()).isEqualTo("Y");
    assertThat(last.startPosition()).isEqualTo(new Position(1, 17));
    assertThat(last.start()).isEqualTo(17);
  }

  private static Operation.Single operation(String pattern) {
    return (Operation.Single)
        declaration(PatternDeclaration.class, pattern).operation().orElseThrow();
  }

  private static <T extends Declaration> T declaration(Class<T> type, String name) {
    return outcome.value().declarations().stream()
        .filter(type::isInstance)
        .filter(declaration -> declaration.name().text().equals(name))
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private static <T extends Clause> T clause(PatternDeclaration pattern, Class<T> type) {
    return pattern.clauses().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Template template(Optional<EntityDeclaration.FillingSide> side) {
    return ((EntityDeclaration.TemplateFilling) side.orElseThrow().fillings().get(0)).template();
  }

  private static List<String> names(TableDeclaration.KeySide side) {
    return side.attributes().stream().map(attribute -> attribute.name().value()).toList();
  }
}
