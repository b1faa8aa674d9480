package dev.keyplan.structure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Generated code, and what is copied beside it, finds nothing by its name while it runs: a native
 * image of GraalVM has to be told nothing about it.
 */
class NoReflectionTest {
  private static final Path GOLDENS = Path.of("src/test/resources/golden/java");
  private static final Path SUPPORT = Path.of("src/support/java");
  private static final Path MAIN = Path.of("src/main/java");

  private static final ArchRule NOTHING_BY_NAME =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..", "java.beans.."))
          .orShould()
          .dependOnClassesThat(
              belongToAnyOf(
                  ClassLoader.class,
                  ServiceLoader.class,
                  ResourceBundle.class,
                  ObjectInputStream.class,
                  ObjectOutputStream.class))
          .orShould()
          .callMethodWhere(
              target(owner(belongToAnyOf(Class.class)))
                  .and(not(target(nameMatching("cast|isInstance")))));

  @Test
  void generatedCodeFindsNothingByName() throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> goldens = Files.list(GOLDENS)) {
      for (Path golden : goldens.toList()) {
        names.addAll(names(golden, golden));
      }
    }
    NOTHING_BY_NAME.check(compiled(names));
  }

  @Test
  void supportFindsNothingByName() throws IOException {
    Set<String> names = new HashSet<>(names(SUPPORT, SUPPORT));
    names.addAll(names(MAIN, MAIN.resolve("dev/keyplan/support/text")));
    NOTHING_BY_NAME.check(compiled(names));
  }

  @Test
  void whatIsFoundByItsNameIsSeen() {
    for (Class<?> name : List.of(ByName.class, Serialised.class)) {
      JavaClasses classes = new ClassFileImporter().importClasses(name);
      assertThat(NOTHING_BY_NAME.evaluate(classes).hasViolation()).isTrue();
    }
  }

  static final class ByName {
    static Class<?> find(String name) throws ClassNotFoundException {
      return Class.forName(name);
    }
  }

  static final class Serialised {
    static Object read(ObjectInputStream in) throws IOException, ClassNotFoundException {
      return in.readObject();
    }
  }

  /** The names of the top-level classes in a folder, as paths: {@code org/example/DogCodec}. */
  private static Set<String> names(Path root, Path folder) throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith("package-info.java")) {
          names.add(name.substring(0, name.length() - ".java".length()));
        }
      }
    }
    return names;
  }

  /** These classes and those inside of them; all of them are there. */
  private static JavaClasses compiled(Set<String> names) {
    String[] packages =
        names.stream()
            .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
            .distinct()
            .toArray(String[]::new);
    Set<String> found = new HashSet<>();
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(location -> isOneOf(location, names, found))
            .importPackages(packages);
    assertThat(found).isEqualTo(names);
    return classes;
  }

  private static boolean isOneOf(Location location, Set<String> names, Set<String> found) {
    String path = location.asURI().toString();
    int end = path.indexOf('$', path.lastIndexOf('/'));
    String name = path.substring(0, end < 0 ? path.lastIndexOf('.') : end);
    for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
      String candidate = name.substring(at + 1);
      if (names.contains(candidate)) {
        found.add(candidate);
        return true;
      }
    }
    return false;
  }
}
