package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanParser.AmountContext;
import dev.keyplan.parser.antlr.KeyplanParser.BillingContext;
import dev.keyplan.parser.antlr.KeyplanParser.GlobalIndexContext;
import dev.keyplan.parser.antlr.KeyplanParser.IndexOptionContext;
import dev.keyplan.parser.antlr.KeyplanParser.KeyAttributeContext;
import dev.keyplan.parser.antlr.KeyplanParser.KeySideContext;
import dev.keyplan.parser.antlr.KeyplanParser.LocalIndexContext;
import dev.keyplan.parser.antlr.KeyplanParser.PhysicalNameContext;
import dev.keyplan.parser.antlr.KeyplanParser.ProjectionContext;
import dev.keyplan.parser.antlr.KeyplanParser.SettingContext;
import dev.keyplan.parser.antlr.KeyplanParser.TableDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.TableKeyContext;
import dev.keyplan.parser.antlr.KeyplanParser.TagContext;
import dev.keyplan.parser.antlr.KeyplanParser.TagsContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.TableDeclaration.Amount;
import dev.keyplan.syntax.TableDeclaration.IndexOption;
import dev.keyplan.syntax.TableDeclaration.KeyAttribute;
import dev.keyplan.syntax.TableDeclaration.KeySide;
import dev.keyplan.syntax.TextLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds what stands in a table. */
final class TableBuilder extends KeyplanParserBaseVisitor<TableDeclaration.Member> {
  private final Spans spans;
  private final WordBuilder words;
  private final TextBuilder texts;
  private final DocumentationFinder documentation;
  private final Problems problems;

  TableBuilder(
      Spans spans,
      WordBuilder words,
      TextBuilder texts,
      DocumentationFinder documentation,
      Problems problems) {
    this.spans = spans;
    this.words = words;
    this.texts = texts;
    this.documentation = documentation;
    this.problems = problems;
  }

  /** The members that could be read to their end, which is that of their line. */
  List<TableDeclaration.Member> members(TableDeclarationContext context) {
    boolean isKeyLost =
        context.tableMember().stream()
            .anyMatch(member -> SettingCheck.isKindOfKey(member.setting()));
    return context.tableMember().stream()
        .filter(Contexts::isComplete)
        .filter(member -> !isKeyLost || member.tableKey() == null)
        .filter(member -> !problems.isBrokenBehind(spans.of(member)))
        .map(this::visit)
        .toList();
  }

  @Override
  public TableDeclaration.Member visitTableKey(TableKeyContext context) {
    return new TableDeclaration.Key(
        keySide(context.partition), optionalSide(context.sort), spans.of(context));
  }

  @Override
  public TableDeclaration.Member visitGlobalIndex(GlobalIndexContext context) {
    return new TableDeclaration.Index(
        documentation.above(context.getStart()),
        false,
        words.name(context.name),
        Optional.ofNullable(context.indexName).map(texts::plain),
        Optional.of(keySide(context.partition)),
        optionalSide(context.sort),
        options(context.indexOption()),
        spans.of(context));
  }

  @Override
  public TableDeclaration.Member visitLocalIndex(LocalIndexContext context) {
    if (context.partition != null) {
      problems.add(partitionOfLocalIndex(context));
    }
    return new TableDeclaration.Index(
        documentation.above(context.getStart()),
        true,
        words.name(context.name),
        Optional.ofNullable(context.indexName).map(texts::plain),
        Optional.empty(),
        optionalSide(context.sort),
        options(context.indexOption()),
        spans.of(context));
  }

  @Override
  public TableDeclaration.Member visitBilling(BillingContext context) {
    return new TableDeclaration.Billing(
        words.name(context.kind),
        context.amount().stream().map(this::amount).toList(),
        spans.of(context));
  }

  @Override
  public TableDeclaration.Member visitTags(TagsContext context) {
    return new TableDeclaration.Tags(
        context.tag().stream().map(this::tag).toList(), spans.of(context));
  }

  @Override
  public TableDeclaration.Member visitSetting(SettingContext context) {
    return new TableDeclaration.Setting(
        words.name(context.name), texts.literals().literal(context.value), spans.of(context));
  }

  private TableDeclaration.Tag tag(TagContext context) {
    return new TableDeclaration.Tag(
        physicalName(context.key), texts.plain(context.value), spans.of(context));
  }

  private Optional<KeySide> optionalSide(KeySideContext context) {
    return Optional.ofNullable(context).map(this::keySide);
  }

  private KeySide keySide(KeySideContext context) {
    return new KeySide(
        context.keyAttribute().stream().map(this::keyAttribute).toList(), spans.of(context));
  }

  private KeyAttribute keyAttribute(KeyAttributeContext context) {
    return new KeyAttribute(
        physicalName(context.name),
        Optional.ofNullable(context.type).map(words::name),
        spans.of(context));
  }

  private TextLiteral physicalName(PhysicalNameContext context) {
    if (context.text() != null) {
      return texts.plain(context.text());
    }
    Name name = words.name(context.word());
    return new TextLiteral(name.text(), name.span());
  }

  /** Amounts that follow each other are one option. */
  private List<IndexOption> options(List<IndexOptionContext> contexts) {
    List<IndexOption> options = new ArrayList<>();
    List<Amount> amounts = new ArrayList<>();
    for (IndexOptionContext context : contexts) {
      if (context.amount() != null) {
        amounts.add(amount(context.amount()));
      } else {
        endThroughput(amounts, options);
        options.add(projection(context.projection()));
      }
    }
    endThroughput(amounts, options);
    return options;
  }

  private static void endThroughput(List<Amount> amounts, List<IndexOption> options) {
    if (!amounts.isEmpty()) {
      Span span = amounts.get(0).span().to(amounts.get(amounts.size() - 1).span());
      options.add(new TableDeclaration.Throughput(amounts, span));
      amounts.clear();
    }
  }

  private TableDeclaration.Projection projection(ProjectionContext context) {
    return new TableDeclaration.Projection(
        Optional.ofNullable(context.kind).map(words::name),
        context.physicalName().stream().map(this::physicalName).toList(),
        spans.of(context));
  }

  private Amount amount(AmountContext context) {
    Name kind = words.name(context.kind);
    if (context.MAX() != null) {
      Span span = spans.between(context.getStart(), context.kind);
      kind = new Name("max " + kind.text(), span);
    }
    return new Amount(kind, words.number(context.number()), spans.of(context));
  }

  private Diagnostic partitionOfLocalIndex(LocalIndexContext context) {
    Span span = spans.of(context.partition);
    String name = context.name.getText();
    String sort = spans.of(context.sort).text();
    return Diagnostic.error(
            "LOCAL_INDEX_PARTITION",
            span,
            "a local index has the partition key of its table, not one of its own")
        .withHint("write `local index %s / %s`".formatted(name, sort))
        .withFix(Fix.replace("Remove the partition key", span, ""));
  }
}
