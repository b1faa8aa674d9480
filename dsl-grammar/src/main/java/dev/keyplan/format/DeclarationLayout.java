package dev.keyplan.format;

import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.EnumDeclaration;
import dev.keyplan.syntax.EnumDeclaration.Constant;
import dev.keyplan.syntax.PatternDeclaration;
import dev.keyplan.syntax.StructDeclaration;
import dev.keyplan.syntax.TableDeclaration;
import java.util.List;

/** Lays out declarations: on one line if it was one and fits, else as a block. */
final class DeclarationLayout {
  private static final String EMPTY = "{ }";
  private static final String STORED_GAP = "  ";

  private final Tokens tokens;
  private final TableLayout tables;
  private final EntityLayout entities;
  private final AttributeColumns attributes;
  private final PatternLayout patterns;

  DeclarationLayout(Tokens tokens) {
    this.tokens = tokens;
    this.tables = new TableLayout(tokens);
    this.entities = new EntityLayout(tokens);
    this.attributes = new AttributeColumns(tokens);
    this.patterns = new PatternLayout(tokens);
  }

  Item item(Declaration declaration) {
    if (declaration instanceof TableDeclaration table) {
      return tables.item(table);
    }
    if (declaration instanceof EntityDeclaration entity) {
      return entities.item(entity);
    }
    if (tokens.isOneLine(declaration.span())) {
      OneLine line = line(declaration);
      if (line.width() <= Page.WIDTH) {
        return line;
      }
    }
    if (declaration instanceof PatternDeclaration pattern) {
      return patterns.item(pattern);
    }
    List<List<Item>> groups =
        declaration instanceof StructDeclaration struct
            ? attributes.groups(struct.attributes())
            : constants(((EnumDeclaration) declaration).constants());
    return Block.of(tokens, declaration.span(), groups);
  }

  private OneLine line(Declaration declaration) {
    List<Token> header = tokens.header(declaration.span());
    String head = Spacing.join(header.subList(0, header.size() - 1), Style.CLAUSE);
    boolean isPattern = declaration instanceof PatternDeclaration;
    return new OneLine(
        Phrase.of(tokens.in(declaration.span()), Style.CLAUSE), head, body(declaration), isPattern);
  }

  private String body(Declaration declaration) {
    if (declaration instanceof PatternDeclaration pattern) {
      return patterns.inline(pattern);
    }
    if (declaration instanceof StructDeclaration struct) {
      return inBraces(struct.attributes().stream().map(attributes::inline).toList(), "   ");
    }
    List<Constant> constants = ((EnumDeclaration) declaration).constants();
    return inBraces(constants.stream().map(this::text).toList(), ", ");
  }

  private static String inBraces(List<String> members, String separator) {
    return members.isEmpty() ? EMPTY : "{ " + String.join(separator, members) + " }";
  }

  private List<List<Item>> constants(List<Constant> constants) {
    int width =
        constants.stream()
            .filter(constant -> constant.storedText().isPresent())
            .mapToInt(constant -> Page.width(constant.name().text()))
            .max()
            .orElse(0);
    List<Item> items = constants.stream().map(constant -> item(constant, width)).toList();
    return Block.groups(items, Item::isAfterBlankLine);
  }

  private Item item(Constant constant, int width) {
    String name = constant.name().text();
    String text =
        constant
            .storedText()
            .map(stored -> Page.padded(name, width) + STORED_GAP + stored.span().text())
            // The comma keeps the next constant from being read as the name of a declaration.
            .orElse(Breaks.looksLikeDeclaration(name) ? name + "," : name);
    return Phrase.of(tokens.in(constant.span()), Style.CLAUSE).withText(text);
  }

  private String text(Constant constant) {
    return Spacing.join(tokens.in(constant.span()), Style.CLAUSE);
  }
}
