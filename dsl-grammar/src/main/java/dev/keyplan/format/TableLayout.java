package dev.keyplan.format;

import dev.keyplan.syntax.Node;
import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.TableDeclaration.IndexOption;
import dev.keyplan.syntax.TableDeclaration.KeySide;
import dev.keyplan.syntax.TableDeclaration.Member;
import dev.keyplan.syntax.TableDeclaration.Projection;
import dev.keyplan.syntax.TableDeclaration.Tag;
import dev.keyplan.syntax.TableDeclaration.Tags;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays out tables: a line for each member, what follows the keywords in one column. */
final class TableLayout {
  private static final int KEYWORD_GAP = 2;
  private static final int OPTION_GAP = 2;

  private final Tokens tokens;

  TableLayout(Tokens tokens) {
    this.tokens = tokens;
  }

  Item item(TableDeclaration table) {
    List<Member> members = table.members();
    IndexColumns columns = new IndexColumns(tokens, table);
    List<Optional<Statement>> statements =
        members.stream().map(member -> statement(member, columns)).toList();
    int column = Statement.column(statements.stream().flatMap(Optional::stream), KEYWORD_GAP);
    List<Item> items =
        IntStream.range(0, members.size())
            .mapToObj(
                i ->
                    statements
                        .get(i)
                        .map(statement -> statement.aligned(column))
                        .orElseGet(() -> tagsBlock((Tags) members.get(i))))
            .toList();
    return Block.of(tokens, table.span(), Block.groups(items, Item::isAfterBlankLine));
  }

  /** A member on one line; there is none for tags that are a block. */
  private Optional<Statement> statement(Member member, IndexColumns columns) {
    if (member instanceof Tags tags) {
      return tagsLine(tags);
    }
    Breaks breaks = new Breaks(tokens, Style.KEY);
    int keywordLength = 1;
    if (member instanceof TableDeclaration.Key key) {
      key.sort().ifPresent(sort -> beforeSlash(breaks, sort));
    } else if (member instanceof TableDeclaration.Index index) {
      keywordLength = index.isLocal() ? 2 : 1;
      index.sort().ifPresent(sort -> beforeSlash(breaks, sort));
      index.options().forEach(option -> beforeOption(breaks, option));
    }
    int first = tokens.firstOf(member.span());
    int end = tokens.endOf(member.span());
    Statement statement = Statement.of(tokens, first, keywordLength, end, breaks);
    return Optional.of(
        member instanceof TableDeclaration.Index index
            ? statement.withFirst(columns.text(index))
            : statement);
  }

  private void beforeSlash(Breaks breaks, KeySide sort) {
    breaks.before(tokens.firstOf(sort.span()) - 1);
  }

  private void beforeOption(Breaks breaks, IndexOption option) {
    breaks.before(tokens.firstOf(option.span()), Style.KEY, OPTION_GAP);
    if (option instanceof Projection projection) {
      breaks.list(projection.attributes(), true);
    }
  }

  private Optional<Statement> tagsLine(Tags tags) {
    String text =
        tags.tags().stream()
            .map(tag -> cell(tag.key()) + ": " + cell(tag.value()))
            .collect(Collectors.joining(", ", "{ ", " }"));
    boolean isLine =
        tokens.isOneLine(tags.span())
            && Page.width("tags") + Page.width(text) + Page.STEP + KEYWORD_GAP <= Page.WIDTH;
    Phrase phrase = Phrase.of(tokens.in(tags.span()), Style.KEY).withText(text);
    return isLine ? Optional.of(Statement.of("tags", phrase)) : Optional.empty();
  }

  private Block tagsBlock(Tags tags) {
    int key = tags.tags().stream().mapToInt(tag -> Page.width(cell(tag.key()))).max().orElse(0);
    List<Item> items = tags.tags().stream().map(tag -> tagItem(tag, key)).toList();
    return Block.of(tokens, tags.span(), Block.groups(items, Item::isAfterBlankLine));
  }

  private Item tagItem(Tag tag, int key) {
    return Phrase.of(tokens.in(tag.span()), Style.KEY)
        .withText(Page.padded(cell(tag.key()), key) + " : " + cell(tag.value()));
  }

  private String cell(Node node) {
    return Spacing.join(tokens.in(node.span()), Style.KEY);
  }
}
