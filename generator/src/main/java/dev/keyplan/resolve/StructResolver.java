package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.RECURSIVE_STRUCT;
import static dev.keyplan.resolve.ResolutionError.STRUCT_TOO_DEEP;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.resolve.Scope.Symbol;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.StructDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Resolves structs, the inner ones first. The search keeps its own stack: the nesting of a hostile
 * file must not become Java's.
 */
final class StructResolver {
  /** DynamoDB allows documents of 32 levels; the item itself is the first. */
  private static final int DEEPEST = 31;

  private enum State {
    OPEN,
    DONE
  }

  /** An attribute whose type is a struct. */
  private record Nested(AttributeDeclaration attribute, Symbol struct) {}

  private record Frame(Scope scope, StructDeclaration struct, Iterator<Nested> rest) {}

  private final TypeResolver types;
  private final Definitions definitions;
  private final StructNaming naming;
  private final Function<StructDeclaration, Reporter> reporters;
  private final Map<DefinitionName, State> states = new HashMap<>();
  private final Map<DefinitionName, Reporter> reporterOf = new HashMap<>();
  private final Map<DefinitionName, Integer> depths = new HashMap<>();

  StructResolver(
      TypeResolver types,
      Definitions definitions,
      StructNaming naming,
      Function<StructDeclaration, Reporter> reporters) {
    this.types = types;
    this.definitions = definitions;
    this.naming = naming;
    this.reporters = reporters;
  }

  /** Resolves a struct and all that it contains, unless that has been done. */
  void resolve(Scope scope, StructDeclaration declaration) {
    if (states.containsKey(scope.nameOf(declaration))) {
      return;
    }
    Deque<Frame> open = new ArrayDeque<>();
    open.push(enter(scope, declaration));
    while (!open.isEmpty()) {
      Frame frame = open.peek();
      if (!frame.rest().hasNext()) {
        leave(open.pop());
        continue;
      }
      Nested nested = frame.rest().next();
      StructDeclaration inner = (StructDeclaration) nested.struct().declaration();
      State state = states.get(nested.struct().name());
      if (state == null) {
        open.push(enter(nested.struct().scope(), inner));
      } else if (state == State.OPEN) {
        reporterOf
            .get(frame.scope().nameOf(frame.struct()))
            .report(
                RECURSIVE_STRUCT
                    .at(
                        nested.attribute().type().span(),
                        "the struct `%s` contains itself".formatted(inner.name().text()))
                    .withRelated(inner.name().span(), "this struct")
                    .withHint("store its parts as items of their own"));
      }
    }
  }

  private Frame enter(Scope scope, StructDeclaration declaration) {
    DefinitionName name = scope.nameOf(declaration);
    states.put(name, State.OPEN);
    reporterOf.put(name, reporters.apply(declaration));
    return new Frame(scope, declaration, nested(scope, declaration).iterator());
  }

  private List<Nested> nested(Scope scope, StructDeclaration declaration) {
    List<Nested> nested = new ArrayList<>();
    for (AttributeDeclaration attribute : declaration.attributes()) {
      types
          .struct(attribute.type(), scope)
          .ifPresent(struct -> nested.add(new Nested(attribute, struct)));
    }
    return nested;
  }

  private void leave(Frame frame) {
    StructDeclaration declaration = frame.struct();
    DefinitionName name = frame.scope().nameOf(declaration);
    states.put(name, State.DONE);
    Reporter reporter = reporterOf.get(name);
    checkDepth(frame.scope(), declaration, reporter);
    naming.check(name, declaration, reporter);
    AttributeScope attributes =
        new AttributeResolver(
                types, frame.scope(), AttributeResolver.Owner.STRUCT, naming.naming(name), reporter)
            .resolve(declaration.name().text(), declaration.attributes());
    if (reporter.isSound()) {
      definitions.add(
          new StructDefinition(
              name,
              declaration.documentation().map(Documentation::text),
              attributes.attributes(),
              declaration.name().span()));
    }
  }

  private void checkDepth(Scope scope, StructDeclaration declaration, Reporter reporter) {
    int depth = 1;
    Optional<Nested> deepest = Optional.empty();
    for (Nested nested : nested(scope, declaration)) {
      int inner = depths.getOrDefault(nested.struct().name(), 0) + 1;
      if (inner > depth) {
        depth = inner;
        deepest = Optional.of(nested);
      }
    }
    depths.put(scope.nameOf(declaration), depth);
    if (depth == DEEPEST + 1) {
      reporter.report(
          STRUCT_TOO_DEEP
              .at(deepest.orElseThrow().attribute().type().span(), "structs nest too deep here")
              .withLabel("%d levels below an item; DynamoDB allows %d".formatted(depth, DEEPEST)));
    } else if (depth > DEEPEST) {
      reporter.markUnsound();
    }
  }
}
