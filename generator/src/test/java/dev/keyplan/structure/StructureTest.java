package dev.keyplan.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The structure that the folders show is the structure of the code: data flows parse → resolve →
 * model → check → plan → check → emit → write, and nothing reaches back.
 */
class StructureTest {
  private static final int MOST_LINES = 500;

  /** What generated code and the compiler both use. */
  private static final String SHARED = "/dev/keyplan/support/text/";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(
              location -> !location.contains("/dev/keyplan/support/") || location.contains(SHARED))
          .importPackages("dev.keyplan");

  /** For each package (with those below it) the packages of ours that it may use. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("source", List.of()),
          Map.entry("diagnostic", List.of("source")),
          Map.entry("syntax", List.of("source")),
          Map.entry("parser", List.of("source", "diagnostic", "syntax")),
          Map.entry("format", List.of("source", "diagnostic", "syntax", "parser")),
          Map.entry("support.text", List.of()),
          Map.entry("model", List.of("source", "naming", "support.text")),
          Map.entry("naming", List.of()),
          Map.entry(
              "resolve",
              List.of("source", "diagnostic", "syntax", "model", "naming", "support.text")),
          Map.entry("plan", List.of("source", "model", "naming", "proof")),
          Map.entry("proof", List.of("source", "model", "support.text")),
          Map.entry(
              "check", List.of("source", "diagnostic", "model", "naming", "plan", "proof", "cost")),
          Map.entry("cost", List.of("source", "model", "plan")),
          Map.entry("data", List.of("source", "diagnostic", "model", "support.text")),
          Map.entry(
              "compile",
              List.of(
                  "source",
                  "diagnostic",
                  "syntax",
                  "parser",
                  "model",
                  "resolve",
                  "plan",
                  "check",
                  "data")),
          Map.entry("emit", List.of("source", "model", "naming", "plan", "data", "support.text")),
          Map.entry("write", List.of("emit")),
          Map.entry("explain", List.of("model", "plan", "cost", "emit")),
          Map.entry(
              "generate",
              List.of(
                  "source",
                  "diagnostic",
                  "format",
                  "model",
                  "data",
                  "cost",
                  "compile",
                  "emit",
                  "explain",
                  "write")));

  static Stream<String> packages() {
    return MAY_USE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesOnlyWhatItMay(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), MAY_USE.get(name).stream())
            .map(StructureTest::withSubpackages)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(withSubpackages(name))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed)
                .or(resideInAnyPackage("dev.keyplan..").negate().as("outside Keyplan")))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageHasItsPlace() {
    List<String> places = MAY_USE.keySet().stream().map(StructureTest::withSubpackages).toList();
    classes().should().resideInAnyPackage(places.toArray(String[]::new)).check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.keyplan.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void antlrStaysInTheParser() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.keyplan.parser..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.antlr..", "dev.keyplan.parser.antlr..")
        .check(CLASSES);
  }

  @Test
  void awsStaysOut() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..")
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatLivesInIt() throws IOException {
    for (Path root : sourceRoots()) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path folder : files.filter(StructureTest::holdsJava).toList()) {
          assertThat(folder.resolve("package-info.java")).exists();
        }
      }
    }
  }

  @Test
  void filesFitInTheMind() throws IOException {
    for (Path root : sourceRoots()) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(MOST_LINES);
        }
      }
    }
  }

  private static List<Path> sourceRoots() {
    return Stream.of(
            "../dsl-grammar/src/main/java",
            "src/main/java",
            "src/support/java",
            "../maven-plugin/src/main/java")
        .map(Path::of)
        .toList();
  }

  private static boolean holdsJava(Path folder) {
    String[] names = folder.toFile().list();
    return names != null && Arrays.stream(names).anyMatch(name -> name.endsWith(".java"));
  }

  private static String withSubpackages(String name) {
    return "dev.keyplan." + name + "..";
  }
}
