package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.Nullness;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NullAnnotationsTest {
  private static final String SUPPORT = "org.example.nulls";

  @Test
  void everyPackageIsMarked() {
    Map<String, String> files = sources("theatre.keyplan", Nullness.JSPECIFY);

    Map<Boolean, Long> packages =
        files.keySet().stream()
            .collect(
                Collectors.partitioningBy(
                    path -> path.endsWith("package-info.java"),
                    Collectors.mapping(
                        path -> path.substring(0, path.lastIndexOf('/')),
                        Collectors.collectingAndThen(
                            Collectors.toSet(), folders -> (long) folders.size()))));
    assertThat(packages.get(true)).isEqualTo(packages.get(false)).isGreaterThan(2);
    assertThat(files)
        .allSatisfy(
            (path, source) -> {
              if (path.endsWith("package-info.java")) {
                assertThat(source)
                    .contains("@NullMarked\npackage ")
                    .contains("\nimport org.jspecify.annotations.NullMarked;\n");
              }
            });
  }

  @Test
  void whatMayBeNullSaysSo() {
    Map<String, String> files = sources("theatre.keyplan", Nullness.JSPECIFY);

    assertThat(files.get("org/example/theatre/Booking.java"))
        .contains("    private @Nullable State state;\n")
        .contains("Check.present(\"seat\", seat)");
    assertThat(files.get("org/example/theatre/BookingAsyncRepository.java"))
        .contains("CompletableFuture<@Nullable Void> putAll(");
    assertThat(files.get("org/example/theatre/BookingConditionFailedException.java"))
        .contains("private final transient @Nullable Map<String, AttributeValue> item;");
    assertThat(files.get("org/example/nulls/CursorException.java"))
        .contains("package org.example.nulls;\n\nimport org.jspecify.annotations.Nullable;\n\n/**")
        .contains("CursorException(@Nullable Throwable cause)");
    assertThat(files.get("org/example/nulls/internal/Answer.java"))
        .contains("public final class Answer<R extends @Nullable Object> {")
        .contains("return this.<@Nullable Void>then(response -> null);");
    assertThat(files.get("org/example/nulls/internal/Check.java"))
        .contains(
            "import java.time.LocalDate;\nimport org.jspecify.annotations.Nullable;\nimport soft")
        .contains("<T> T present(String name, @Nullable T value)");
  }

  @Test
  void withoutThemNothingNeedsThem() {
    assertThat(sources("theatre.keyplan", Nullness.NONE))
        .allSatisfy(
            (path, source) ->
                assertThat(source)
                    .doesNotContain("jspecify")
                    .doesNotContain("@Nullable")
                    .doesNotContain("extends Object")
                    .doesNotContain("NullMarked"));
  }

  /** With the support classes of both clients. */
  @Test
  void compiles() {
    Map<String, String> files = sources("theatre.keyplan", Nullness.JSPECIFY);
    files.putAll(sources("meters.keyplan", Nullness.JSPECIFY));

    assertThat(files.values()).noneMatch(source -> source.contains("/*@Nullable*/"));
    assertThat(JavaCompilation.problems(files)).isEmpty();
  }

  private static Map<String, String> sources(String model, Nullness nullness) {
    EmitOptions options = new EmitOptions(SUPPORT, true, Clients.BOTH, nullness);
    return new TreeMap<>(GeneratedJava.ofFile(model, options));
  }
}
