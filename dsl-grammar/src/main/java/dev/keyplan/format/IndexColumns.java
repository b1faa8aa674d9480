package dev.keyplan.format;

import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.TableDeclaration.Index;
import java.util.List;
import java.util.function.Function;

/**
 * Puts the names of the indexes of a table into a column, and their physical names into another.
 */
final class IndexColumns {
  private final Tokens tokens;
  private final int nameWidth;
  private final int physicalWidth;

  IndexColumns(Tokens tokens, TableDeclaration table) {
    this.tokens = tokens;
    List<Index> indexes =
        table.members().stream().filter(Index.class::isInstance).map(Index.class::cast).toList();
    this.nameWidth = width(indexes, index -> index.name().text());
    this.physicalWidth = width(indexes, IndexColumns::physicalName);
  }

  /** What an index says up to its partition key. */
  String text(Index index) {
    String name = Page.padded(index.name().text(), nameWidth);
    String physical =
        physicalWidth == 0 ? "" : " " + Page.padded(physicalName(index), physicalWidth);
    String partition =
        index
            .partition()
            .map(side -> " " + Spacing.join(tokens.in(side.span()), Style.KEY))
            .orElse("");
    return name + physical + partition;
  }

  private static String physicalName(Index index) {
    return index.indexName().map(name -> name.span().text()).orElse("");
  }

  private static int width(List<Index> indexes, Function<Index, String> column) {
    return indexes.stream().map(column).mapToInt(Page::width).max().orElse(0);
  }
}
