package dev.keyplan.resolve;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.resolve.Scope.Space;
import dev.keyplan.resolve.Scope.Symbol;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.ModelFile;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Namespace;
import dev.keyplan.syntax.QualifiedName;
import dev.keyplan.syntax.StructDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** All namespaces with the names they declare. */
final class Scopes {
  private static final String NAMELESS = "";

  /** The rule that judges the other names, once the model is there. */
  private static final String JAVA_NAME = "JAVA_NAME";

  private final Map<String, Scope> byName = new TreeMap<>();
  private boolean mayLackDeclarations;

  private Scopes() {}

  /** Gathers the names of all files, in the order of their paths. */
  static Scopes of(List<ModelFile> files, Consumer<Diagnostic> diagnostics) {
    Scopes scopes = new Scopes();
    List<ModelFile> ordered = new ArrayList<>(files);
    ordered.sort(Comparator.comparing(file -> file.source().path()));
    for (ModelFile file : ordered) {
      scopes.add(file, diagnostics);
    }
    return scopes;
  }

  /** Every scope, by name; the one of files without a namespace comes first, if there is one. */
  Collection<Scope> all() {
    return byName.values();
  }

  /** The scopes that have a name. */
  List<Scope> named() {
    return byName.values().stream().filter(scope -> !scope.namespace().isEmpty()).toList();
  }

  /** What a name means; empty, with a report, if nothing certain. */
  Optional<Symbol> resolve(Space space, Scope from, QualifiedName name, Reporter reporter) {
    Optional<Symbol> found = find(space, from, name);
    if (found.isEmpty()) {
      if (isLost(space, from, name)) {
        reporter.markUnsound();
      } else {
        reporter.report(unknown(space, from, name));
      }
      return Optional.empty();
    }
    if (found.get().isAmbiguous()) {
      reporter.markUnsound();
      return Optional.empty();
    }
    return found;
  }

  /** What a name means, if it is declared. */
  Optional<Symbol> find(Space space, Scope from, QualifiedName name) {
    List<Name> parts = name.parts();
    if (parts.size() == 1) {
      return from.find(space, parts.get(0).text());
    }
    Scope scope = byName.get(joined(parts.subList(0, parts.size() - 1)));
    return Optional.ofNullable(scope).flatMap(s -> s.find(space, name.last().text()));
  }

  /** Whether some declaration could not be read: any name may be its. */
  boolean mayLackDeclarations() {
    return mayLackDeclarations;
  }

  /** Whether a name may well be declared, with a mistake that has been reported. */
  boolean isLost(Space space, Scope from, QualifiedName name) {
    Scope nameless = byName.get(NAMELESS);
    String last = name.last().text();
    boolean isNameless = nameless != null && nameless.find(space, last).isPresent();
    return mayLackDeclarations || isNameless || (space == Space.TYPES && isLowerCase(from, last));
  }

  /** Whether a type has the name but for its capital, which is an error where it is declared. */
  private static boolean isLowerCase(Scope from, String name) {
    String lower = JavaNames.uncapitalised(name);
    return !lower.equals(name)
        && JavaNames.lacksCapital(lower)
        && from.names(Space.TYPES).contains(lower);
  }

  private Diagnostic unknown(Space space, Scope from, QualifiedName name) {
    Diagnostic unknown =
        ResolutionError.NAME_UNKNOWN.at(
            name.span(), "there is no %s `%s`".formatted(space.word(), name.text()));
    List<String> elsewhere =
        byName.values().stream()
            .filter(scope -> scope.find(space, name.last().text()).isPresent())
            .map(scope -> scope.namespace() + "." + name.last().text())
            .toList();
    if (!elsewhere.isEmpty()) {
      return unknown.withHint(
          "names of other namespaces are written in full: `" + elsewhere.get(0) + "`");
    }
    List<String> candidates = new ArrayList<>(from.names(space));
    if (name.parts().size() > 1) {
      named().forEach(s -> s.names(space).forEach(n -> candidates.add(s.namespace() + "." + n)));
    }
    return Suggestions.add(unknown, name.text(), candidates);
  }

  private void add(ModelFile file, Consumer<Diagnostic> diagnostics) {
    if (file.namespace().isEmpty()) {
      diagnostics.accept(
          ResolutionError.NAMESPACE_MISSING
              .at(file.source().span(0, 0), "the file does not name its namespace")
              .withLabel("the first line")
              .withHint("begin with the Java package of the generated code: `namespace com.acme`"));
    }
    file.namespace().ifPresent(namespace -> checkPackage(namespace, diagnostics));
    String name = file.namespace().map(namespace -> namespace.name().text()).orElse(NAMELESS);
    mayLackDeclarations |= file.mayLackDeclarations();
    Scope scope = byName.computeIfAbsent(name, Scope::new);
    file.namespace()
        .flatMap(Namespace::documentation)
        .ifPresent(documentation -> scope.document(documentation.text()));
    for (Declaration declaration : file.declarations()) {
      checkCapital(declaration, diagnostics);
      scope.declare(declaration).ifPresent(first -> reportTwice(first, declaration, diagnostics));
    }
  }

  /** Before anything refers to the type: who means it by its capital is not told again. */
  private static void checkCapital(Declaration declaration, Consumer<Diagnostic> diagnostics) {
    Name declared = declaration.name();
    String name = declared.text();
    boolean lacksCapital =
        Space.of(declaration) == Space.TYPES
            && !declaration.isBroken()
            && JavaNames.lacksCapital(name);
    if (lacksCapital) {
      diagnostics.accept(
          Diagnostic.error(
                  JAVA_NAME,
                  declared.span(),
                  "no %s can be called `%s`".formatted(kind(declaration), name))
              .withLabel("Java would take it for a variable or a package")
              .withHint("begin with a capital: `%s`".formatted(JavaNames.capitalised(name))));
    }
  }

  private static String kind(Declaration declaration) {
    if (declaration instanceof EntityDeclaration) {
      return "entity";
    }
    return declaration instanceof StructDeclaration ? "struct" : "enum";
  }

  private static void reportTwice(
      Declaration first, Declaration second, Consumer<Diagnostic> diagnostics) {
    Name name = second.name();
    String kind = Space.of(second).word();
    diagnostics.accept(
        ResolutionError.NAME_DUPLICATE
            .at(name.span(), "the %s `%s` is declared twice".formatted(kind, name.text()))
            .withLabel("again here")
            .withRelated(first.name().span(), "first declared here"));
  }

  private static void checkPackage(Namespace namespace, Consumer<Diagnostic> diagnostics) {
    Name first = namespace.name().parts().get(0);
    if (first.text().equals("java") || first.text().equals("javax")) {
      diagnostics.accept(
          ResolutionError.NAMESPACE_INVALID
              .at(first.span(), "no namespace can begin with `%s`".formatted(first.text()))
              .withLabel("a package of Java's own")
              .withHint(
                  "the namespace is the package of the generated code: `namespace com.acme`"));
    }
    for (Name part : namespace.name().parts()) {
      if (SourceVersion.isKeyword(part.text(), SourceVersion.RELEASE_17)) {
        diagnostics.accept(
            ResolutionError.NAMESPACE_INVALID
                .at(part.span(), "`%s` cannot be part of a Java package".formatted(part.text()))
                .withLabel("a word of Java")
                .withHint("the namespace is the package of the generated code"));
      }
    }
  }

  private static String joined(List<Name> parts) {
    return parts.stream().map(Name::text).collect(Collectors.joining("."));
  }
}
