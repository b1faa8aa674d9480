package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ATTRIBUTE_TWICE;
import static dev.keyplan.resolve.ResolutionError.PATH_INVALID;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Selection;
import dev.keyplan.model.Selection.Part;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves {@code select id, shipTo.city as OrderSummary}. */
final class SelectionResolver {
  private final AttributeScope attributes;
  private final Reporter reporter;

  SelectionResolver(AttributeScope attributes, Reporter reporter) {
    this.attributes = attributes;
    this.reporter = reporter;
  }

  /**
   * The selection; empty if no attribute of it was understood.
   *
   * @param pattern whose name the type has, unless the clause gives it one
   */
  Optional<Selection> resolve(Clause.Select clause, Name pattern) {
    List<Part> selected = new ArrayList<>();
    for (Path path : clause.attributes()) {
      find(path)
          .map(found -> new Part(found, path.span()))
          .filter(part -> checkApart(part, selected))
          .ifPresent(selected::add);
    }
    String name = clause.alias().map(Name::text).orElse(JavaNames.capitalised(pattern.text()));
    return selected.isEmpty()
        ? Optional.empty()
        : Optional.of(new Selection(name, selected, clause.alias().orElse(pattern).span()));
  }

  private Optional<AttributePath> find(Path path) {
    for (Path.Step step : path.steps()) {
      if (!(step instanceof Path.Member)) {
        reporter.report(
            PATH_INVALID
                .at(step.span(), "`select` takes attributes, and those of structs in them")
                .withLabel(
                    step instanceof Path.Element
                        ? "the list that comes back would hold this at its beginning"
                        : "an entry has no name that a result could call it")
                .withHint("select the whole: `%s`".formatted(before(path, step))));
        return Optional.empty();
      }
    }
    return new PathResolver(attributes, new Parameters(reporter), reporter).find(path);
  }

  private static String before(Path path, Path.Step step) {
    Span whole = path.span();
    return whole.file().text().substring(whole.start(), step.span().start());
  }

  /** DynamoDB refuses to return something, and again something in it. */
  private boolean checkApart(Part part, List<Part> others) {
    Optional<Part> other =
        others.stream().filter(before -> before.path().mayOverlap(part.path())).findFirst();
    other.ifPresent(before -> reporter.report(overlap(part, before)));
    return other.isEmpty();
  }

  private static Diagnostic overlap(Part part, Part before) {
    String name = part.path().text();
    String first = before.path().text();
    String message =
        name.equals(first)
            ? "`select` names `%s` twice".formatted(name)
            : name.length() > first.length()
                ? "`%s` is in `%s`, which is selected, too".formatted(name, first)
                : "`%s` has `%s` in it, which is selected, too".formatted(name, first);
    return ATTRIBUTE_TWICE.at(part.span(), message).withRelated(before.span(), "first here");
  }
}
