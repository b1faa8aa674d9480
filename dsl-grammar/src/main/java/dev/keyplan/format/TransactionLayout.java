package dev.keyplan.format;

import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operation.Member;
import dev.keyplan.syntax.Operation.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lays out transactions: verbs, entities and names of the members in columns. The clauses of a
 * member are in braces, whether or not they were.
 */
final class TransactionLayout {
  private static final String GAP = "  ";

  private final Tokens tokens;
  private final ClauseLayout clauses;

  TransactionLayout(Tokens tokens, ClauseLayout clauses) {
    this.tokens = tokens;
    this.clauses = clauses;
  }

  /** What a member says in front of its clauses. */
  private record Head(String verb, String entities, Optional<String> alias) {
    String text(int verbWidth, int entitiesWidth) {
      String start = Page.padded(verb, verbWidth) + " ";
      return alias
          .map(name -> start + Page.padded(entities, entitiesWidth) + " as " + name)
          .orElse(start + entities);
    }

    String text() {
      return text(0, 0);
    }
  }

  /** With all its members on one line. */
  String inline(Transaction transaction) {
    if (transaction.members().isEmpty()) {
      return "transact { }";
    }
    return transaction.members().stream()
        .map(member -> head(member).text() + inlineClauses(member))
        .collect(Collectors.joining(GAP, "transact { ", " }"));
  }

  Block block(Transaction transaction) {
    List<Head> heads = transaction.members().stream().map(this::head).toList();
    int verbs = heads.stream().mapToInt(head -> Page.width(head.verb())).max().orElse(0);
    int entities =
        heads.stream()
            .filter(head -> head.alias().isPresent())
            .mapToInt(head -> Page.width(head.entities()))
            .max()
            .orElse(0);
    List<Item> items =
        transaction.members().stream()
            .map(member -> item(member, head(member).text(verbs, entities)))
            .toList();
    return Block.of(tokens, transaction.span(), Block.groups(items, Item::isAfterBlankLine));
  }

  private Head head(Member member) {
    Statement operation = clauses.statement(member.operation());
    return new Head(operation.keyword(), operation.flat(), member.alias().map(Name::text));
  }

  private Item item(Member member, String head) {
    Phrase whole = Phrase.of(tokens.in(member.span()), Style.CLAUSE);
    if (member.clauses().isEmpty()) {
      return whole.withText(head);
    }
    String line = head(member).text() + inlineClauses(member);
    boolean isLine =
        tokens.isOneLine(member.span()) && 2 * Page.STEP + Page.width(line) <= Page.WIDTH;
    return isLine ? whole.withText(head + inlineClauses(member)) : block(member, head);
  }

  private String inlineClauses(Member member) {
    return member.clauses().isEmpty()
        ? ""
        : clauses.statements(member.clauses()).stream()
            .map(ClauseLayout::inline)
            .collect(Collectors.joining(GAP, " { ", " }"));
  }

  private Block block(Member member, String head) {
    int first = tokens.firstOf(member.span());
    int end =
        tokens.endOf(member.alias().map(Name::span).orElseGet(() -> member.operation().span()));
    boolean hasBraces = tokens.get(end).is("{");
    Phrase header = Phrase.of(tokens.between(first, hasBraces ? end + 1 : end), Style.CLAUSE);
    Phrase closing =
        hasBraces
            ? Phrase.of(tokens.closing(member.span()), Style.CLAUSE)
            : new Phrase(List.of(), false, "}", Optional.empty());
    return new Block(
        header.withText(head + " {"),
        List.of(ClauseLayout.items(clauses.statements(member.clauses()))),
        closing);
  }
}
