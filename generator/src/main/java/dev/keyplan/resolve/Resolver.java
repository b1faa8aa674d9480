package dev.keyplan.resolve;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.SelectedAttributes;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.Table;
import dev.keyplan.resolve.Definitions.ResolvedTable;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.ModelFile;
import dev.keyplan.syntax.PatternDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the model out of the syntax trees of all files. */
public final class Resolver {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Definitions definitions = new Definitions();
  private final Scopes scopes;
  private final TypeResolver types;

  private final SelectedAttributes selected;

  private Resolver(List<ModelFile> files, SelectedAttributes selected) {
    this.selected = selected;
    this.scopes = Scopes.of(files, diagnostics::add);
    this.types = new TypeResolver(scopes, definitions);
  }

  /**
   * Resolves files together; their order does not matter.
   *
   * @param selected what indexes with {@code project selected} project
   * @return all declarations that were understood completely, and what was wrong with the others
   */
  public static Outcome<Model> resolve(List<ModelFile> files, SelectedAttributes selected) {
    return new Resolver(files, selected).resolve();
  }

  private Outcome<Model> resolve() {
    scopes.all().forEach(this::resolveTables);
    scopes.all().forEach(this::resolveEnums);
    resolveStructs();
    scopes.all().forEach(this::resolveEntities);
    List<Namespace> namespaces = new ArrayList<>();
    for (Scope scope : scopes.all()) {
      List<Pattern> patterns = patterns(scope);
      if (!scope.namespace().isEmpty()) {
        namespaces.add(namespace(scope, patterns));
      }
    }
    if (isComplete()) {
      TimeToLiveCheck check = new TimeToLiveCheck(namespaces, Reporter.to(diagnostics::add));
      namespaces.forEach(namespace -> namespace.tables().forEach(check::check));
    }
    return new Outcome<>(new Model(namespaces), diagnostics);
  }

  /** Whether no entity is missing from the model that the files declare. */
  private boolean isComplete() {
    return diagnostics.stream().noneMatch(Diagnostic::isError)
        && !scopes.mayLackDeclarations()
        && scopes.all().stream().flatMap(Scope::types).noneMatch(Declaration::isBroken);
  }

  private Reporter reporter(Declaration declaration) {
    return declaration.isBroken() ? Reporter.muted() : Reporter.to(diagnostics::add);
  }

  private void resolveTables(Scope scope) {
    scope
        .tables()
        .forEach(
            table ->
                new TableResolver(table, scope.nameOf(table), selected, reporter(table))
                    .resolve()
                    .ifPresent(definitions::add));
  }

  private void resolveEnums(Scope scope) {
    scope
        .enums()
        .forEach(
            declaration ->
                EnumResolver.resolve(declaration, scope.nameOf(declaration), reporter(declaration))
                    .ifPresent(definitions::add));
  }

  private void resolveStructs() {
    StructResolver structs =
        new StructResolver(
            types, definitions, StructNaming.of(scopes, definitions, types), this::reporter);
    scopes.all().forEach(scope -> scope.structs().forEach(s -> structs.resolve(scope, s)));
  }

  private void resolveEntities(Scope scope) {
    scope
        .entities()
        .forEach(
            entity ->
                new EntityResolver(entity, scope, scopes, definitions, reporter(entity))
                    .resolve(types)
                    .ifPresent(definitions::add));
  }

  private List<Pattern> patterns(Scope scope) {
    List<Pattern> patterns = new ArrayList<>();
    for (PatternDeclaration pattern : scope.patterns().toList()) {
      Reporter reporter = reporter(pattern);
      EntityFinder entities = new EntityFinder(scope, scopes, definitions, types, reporter);
      new PatternResolver(pattern, scope.nameOf(pattern), entities, reporter)
          .resolve()
          .ifPresent(patterns::add);
    }
    return patterns;
  }

  private Namespace namespace(Scope scope, List<Pattern> patterns) {
    List<Table> tables =
        scope
            .tables()
            .map(table -> definitions.table(scope.nameOf(table)))
            .flatMap(Optional::stream)
            .filter(ResolvedTable::isSound)
            .map(ResolvedTable::table)
            .toList();
    List<Entity> entities =
        scope
            .entities()
            .map(entity -> definitions.entity(scope.nameOf(entity)))
            .flatMap(Optional::stream)
            .toList();
    List<StructDefinition> structs =
        scope
            .structs()
            .map(struct -> definitions.struct(scope.nameOf(struct)))
            .flatMap(Optional::stream)
            .toList();
    List<EnumDefinition> enums =
        scope
            .enums()
            .map(declaration -> definitions.enumeration(scope.nameOf(declaration)))
            .flatMap(Optional::stream)
            .toList();
    return new Namespace(
        scope.namespace(), scope.documentation(), tables, entities, structs, enums, patterns);
  }
}
