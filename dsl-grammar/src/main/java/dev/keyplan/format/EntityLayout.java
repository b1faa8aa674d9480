package dev.keyplan.format;

import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.EntityDeclaration.IndexMembership;
import dev.keyplan.syntax.EntityDeclaration.KeyFilling;
import dev.keyplan.syntax.EntityDeclaration.Member;
import dev.keyplan.syntax.EntityDeclaration.Only;
import dev.keyplan.syntax.EntityDeclaration.Unique;
import dev.keyplan.syntax.EntityDeclaration.Was;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out entities: a line for each member, what follows the keywords in one column, attributes in
 * columns of their own behind a blank line.
 */
final class EntityLayout {
  private static final int KEYWORD_GAP = 2;

  private final Tokens tokens;
  private final AttributeColumns attributes;

  EntityLayout(Tokens tokens) {
    this.tokens = tokens;
    this.attributes = new AttributeColumns(tokens);
  }

  Item item(EntityDeclaration entity) {
    int column =
        Statement.column(
            entity.members().stream().filter(member -> !isAttribute(member)).map(this::statement),
            KEYWORD_GAP);
    List<List<Item>> groups = new ArrayList<>();
    List<Member> rest = entity.members();
    while (!rest.isEmpty()) {
      boolean isAttribute = isAttribute(rest.get(0));
      List<Member> alike =
          rest.stream().takeWhile(member -> isAttribute(member) == isAttribute).toList();
      groups.addAll(isAttribute ? attributes(alike) : statements(alike, column));
      rest = rest.subList(alike.size(), rest.size());
    }
    return Block.of(tokens, entity.span(), groups);
  }

  private static boolean isAttribute(Member member) {
    return member instanceof AttributeDeclaration;
  }

  private List<List<Item>> attributes(List<Member> members) {
    return attributes.groups(members.stream().map(AttributeDeclaration.class::cast).toList());
  }

  private List<List<Item>> statements(List<Member> members, int column) {
    Stream<Item> items = members.stream().map(member -> statement(member).aligned(column));
    return Block.groups(items.toList(), Item::isAfterBlankLine);
  }

  private Statement statement(Member member) {
    Breaks breaks = new Breaks(tokens, Style.KEY);
    if (member instanceof EntityDeclaration.Key key) {
      beforeSlash(breaks, key.filling());
    } else if (member instanceof IndexMembership index) {
      index.filling().ifPresent(filling -> beforeSlash(breaks, filling));
      index
          .when()
          .ifPresent(
              condition -> {
                breaks.before(breaks.firstOf(condition) - 1, Style.CLAUSE, 1);
                breaks.condition(condition);
              });
    } else if (member instanceof Unique unique) {
      breaks.list(unique.attributes(), true);
    } else if (member instanceof Was was) {
      breaks.list(was.typeValues(), true);
    } else if (member instanceof Only only) {
      breaks.list(only.operations(), true);
    }
    int first = tokens.firstOf(member.span());
    return Statement.of(tokens, first, 1, tokens.endOf(member.span()), breaks);
  }

  /** Unless the slash is the first sign of the filling. */
  private void beforeSlash(Breaks breaks, KeyFilling filling) {
    if (filling.partition().isPresent()) {
      filling.sort().ifPresent(sort -> breaks.before(tokens.firstOf(sort.span()) - 1));
    }
  }
}
