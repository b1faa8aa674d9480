package dev.keyplan.format;

import dev.keyplan.source.Span;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.Node;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes attributes: alone, or several below each other with their names, stored names, types,
 * defaults and traits in columns.
 */
final class AttributeColumns {
  private static final String GAP = "  ";

  private final Tokens tokens;

  AttributeColumns(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The parts of an attribute; those it does not have are empty. */
  private record Cells(
      Phrase phrase, String name, String storedName, String type, String value, String traits) {
    boolean hasMore() {
      return !value.isEmpty() || !traits.isEmpty();
    }
  }

  /** On one line with others. */
  String inline(AttributeDeclaration attribute) {
    Cells cells = cells(attribute);
    StringBuilder text = new StringBuilder(cells.name());
    if (!cells.storedName().isEmpty()) {
      text.append(' ').append(cells.storedName());
    }
    text.append(": ").append(cells.type());
    if (!cells.value().isEmpty()) {
      text.append(' ').append(cells.value());
    }
    if (!cells.traits().isEmpty()) {
      text.append(GAP).append(cells.traits());
    }
    return text.toString();
  }

  /** A line for each, in columns; those that blank lines separate have their own. */
  List<List<Item>> groups(List<AttributeDeclaration> attributes) {
    List<Cells> all = attributes.stream().map(this::cells).toList();
    return Block.groups(all, cells -> cells.phrase().isAfterBlankLine()).stream()
        .map(AttributeColumns::aligned)
        .toList();
  }

  private static List<Item> aligned(List<Cells> rows) {
    int name =
        rows.stream()
            .filter(row -> !row.storedName().isEmpty())
            .mapToInt(row -> Page.width(row.name()))
            .max()
            .orElse(0);
    int head = rows.stream().mapToInt(row -> Page.width(head(row, name))).max().orElse(0);
    int type =
        rows.stream()
            .filter(Cells::hasMore)
            .mapToInt(row -> Page.width(row.type()))
            .max()
            .orElse(0);
    int value = rows.stream().mapToInt(row -> Page.width(row.value())).max().orElse(0);
    return rows.stream()
        .map(
            row -> {
              String text = Page.padded(head(row, name), head) + " : " + row.type();
              return row.phrase().withText(text + more(row, type, value));
            })
        .map(Item.class::cast)
        .toList();
  }

  private static String head(Cells row, int name) {
    return row.storedName().isEmpty()
        ? row.name()
        : Page.padded(row.name(), name) + GAP + row.storedName();
  }

  /** What stands behind the type. */
  private static String more(Cells row, int type, int value) {
    if (!row.hasMore()) {
      return "";
    }
    String gap = " ".repeat(type - Page.width(row.type()));
    if (row.traits().isEmpty()) {
      return gap + " " + row.value();
    }
    String values = value == 0 ? "" : " " + Page.padded(row.value(), value);
    return gap + values + GAP + row.traits();
  }

  private Cells cells(AttributeDeclaration attribute) {
    int type = tokens.firstOf(attribute.type().span());
    int typeEnd = tokens.endOf(attribute.type().span()) + (attribute.isOptional() ? 1 : 0);
    return new Cells(
        Phrase.of(tokens.in(attribute.span()), Style.TYPE),
        attribute.name().text(),
        attribute.storedName().map(stored -> text(stored.span())).orElse(""),
        Spacing.join(tokens.between(type, typeEnd), Style.TYPE),
        attribute.defaultValue().map(value -> "= " + text(value.span())).orElse(""),
        attribute.traits().stream()
            .map(Node::span)
            .map(this::text)
            .collect(Collectors.joining(" ")));
  }

  private String text(Span span) {
    return Spacing.join(tokens.in(span), Style.TYPE);
  }
}
