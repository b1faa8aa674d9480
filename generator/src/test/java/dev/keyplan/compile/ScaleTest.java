package dev.keyplan.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The time of a compilation grows as the model does. Only ratios of one run are judged, of the
 * processor's time and with room: four times the entities may not take the sixteen times that a
 * quadratic phase would.
 */
class ScaleTest {
  private static final int ROUNDS = 2;
  private static final int WARM_UP = 100;
  private static final int STARTS = 5;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static Stream<Arguments> designs() {
    return Stream.of(
        Arguments.of("one table", (IntFunction<Sources>) LargeModel::oneTable),
        Arguments.of("many tables", (IntFunction<Sources>) LargeModel::manyTables));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("designs")
  void growsWithTheModel(String name, IntFunction<Sources> design) {
    time(design, 250);
    Map<Integer, Long> nanoseconds = new TreeMap<>();
    for (int entities : new int[] {250, 500, 1_000, 2_000}) {
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        least = Math.min(least, time(design, entities));
      }
      nanoseconds.put(entities, least);
    }

    nanoseconds.forEach(
        (entities, time) ->
            System.out.printf(
                "scale, %s: %,d entities, %,d patterns: %d ms, %.1f times the smallest%n",
                name,
                entities,
                5 * entities,
                time / 1_000_000,
                (double) time / nanoseconds.get(250)));
    assertThat((double) nanoseconds.get(2_000) / nanoseconds.get(500)).isLessThan(10);
  }

  /** Once warm, as in an editor or a build of many modules; the first compilation loads classes. */
  @Test
  void takesAFractionOfTheStartOfAJvm()
      throws IOException, InterruptedException, URISyntaxException {
    long compilation = Long.MAX_VALUE;
    for (int round = 0; round < WARM_UP; round++) {
      compilation = Math.min(compilation, time(LargeModel::oneTable, 50));
    }
    long start = Long.MAX_VALUE;
    for (int round = 0; round < STARTS; round++) {
      start = Math.min(start, startJvm());
    }

    double ratio = (double) compilation / start;
    System.out.printf(
        "scale: 50 entities, 250 patterns: %d ms, %.2f of the start of a JVM, which takes %d ms%n",
        compilation / 1_000_000, ratio, start / 1_000_000);
    assertThat(ratio).isLessThan(1);
  }

  /** What a JVM that does nothing uses of the processor until it says so. */
  private static long startJvm() throws IOException, InterruptedException, URISyntaxException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    URI classes = JvmStart.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Process process =
        new ProcessBuilder(java, "-cp", Path.of(classes).toString(), JvmStart.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream output = process.getInputStream()) {
      long nanoseconds =
          Long.parseLong(new String(output.readAllBytes(), StandardCharsets.US_ASCII));
      assertThat(process.waitFor()).isZero();
      return nanoseconds;
    }
  }

  /** What the thread uses of the processor, in nanoseconds: others may use it, too. */
  private static long time(IntFunction<Sources> design, int entities) {
    Sources sources = design.apply(entities);
    long start = THREADS.getCurrentThreadCpuTime();
    Compilation compilation = new ModelCompiler().compile(sources);
    long time = THREADS.getCurrentThreadCpuTime() - start;
    assertThat(compilation.hasErrors()).isFalse();
    assertThat(compilation.plans())
        .hasSize(5 * entities)
        .noneMatch(Plan.Unservable.class::isInstance);
    return time;
  }
}
