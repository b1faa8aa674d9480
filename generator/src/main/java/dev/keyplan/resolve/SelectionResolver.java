package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ATTRIBUTE_TWICE;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Selection;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Resolves {@code select id, total as OrderSummary}. */
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
    List<Attribute> selected = new ArrayList<>();
    for (Path path : clause.attributes()) {
      Optional<Attribute> attribute = attributes.find(path, reporter);
      if (attribute.isPresent() && selected.contains(attribute.get())) {
        reporter.report(
            ATTRIBUTE_TWICE.at(
                path.span(), "`select` names `%s` twice".formatted(attribute.get().name())));
      }
      attribute.ifPresent(selected::add);
    }
    String name = clause.alias().map(Name::text).orElse(capitalised(pattern.text()));
    return selected.isEmpty()
        ? Optional.empty()
        : Optional.of(new Selection(name, selected, clause.alias().orElse(pattern).span()));
  }

  static String capitalised(String name) {
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
  }
}
