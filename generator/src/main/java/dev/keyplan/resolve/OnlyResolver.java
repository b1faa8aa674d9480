package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.BATCH_WITHOUT_CONDITIONS;
import static dev.keyplan.resolve.ResolutionError.WORD_UNKNOWN;

import dev.keyplan.model.BuiltInMethod;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.Name;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves {@code only get, create}: which built-in methods an entity's repository has. */
final class OnlyResolver {
  /** What writes an item without knowing the one that it takes the place of. */
  private static final Set<BuiltInMethod> WITHOUT_KNOWING =
      Set.of(BuiltInMethod.PUT, BuiltInMethod.UPSERT);

  private final Optional<String> asRead;
  private final boolean hasUnique;
  private final Reporter reporter;

  /**
   * @param asRead why changes of the entity are given the item as it was read, if they are
   */
  OnlyResolver(Optional<String> asRead, boolean hasUnique, Reporter reporter) {
    this.asRead = asRead;
    this.hasUnique = hasUnique;
    this.reporter = reporter;
  }

  /** The methods: those of the line, or all that are possible. */
  Set<BuiltInMethod> resolve(List<EntityDeclaration.Only> lines) {
    Set<BuiltInMethod> possible = BuiltInMethod.possible(asRead.isPresent(), hasUnique);
    if (lines.isEmpty()) {
      return possible;
    }
    Map<BuiltInMethod, Span> wanted = new EnumMap<>(BuiltInMethod.class);
    for (Name name : lines.get(0).operations()) {
      Optional<BuiltInMethod> method = BuiltInMethod.of(name.text());
      if (method.isEmpty()) {
        reportUnknown(name);
      } else if (WITHOUT_KNOWING.contains(method.get()) && hasUnique) {
        reporter.report(UniqueResolver.notKept(name.text(), name.span()));
      } else if (!possible.contains(method.get())) {
        reporter.report(
            BATCH_WITHOUT_CONDITIONS
                .at(name.span(), "there can be no `%s` here".formatted(name.text()))
                .withLabel("a batch writes without conditions, but " + asRead.orElseThrow()));
      } else {
        Span first = wanted.putIfAbsent(method.get(), name.span());
        if (first != null) {
          reporter.report(Lines.repeated(name.span(), first, "the method `" + name.text() + "`"));
        }
      }
    }
    return Collections.unmodifiableSet(wanted.keySet());
  }

  private void reportUnknown(Name name) {
    reporter.report(
        Suggestions.add(
            WORD_UNKNOWN
                .at(name.span(), "there is no built-in method `%s`".formatted(name.text()))
                .withHint("there are " + String.join(", ", BuiltInMethod.words())),
            name.text(),
            BuiltInMethod.words()));
  }
}
