package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whatever the model: generated code on DynamoDB Local answers as an oracle does that knows no
 * keys. {@code -Doracle.seconds=3600} is the long run, {@code -Doracle.seed} another one, and
 * {@code -Doracle.models=1} with the seed of a failure repeats it.
 */
class RandomModelsTest {
  private static final long SECONDS = Long.getLong("oracle.seconds", 15);
  private static final int MODELS = Integer.getInteger("oracle.models", Integer.MAX_VALUE);
  private static final long SEED = Long.getLong("oracle.seed", 20_261_126);
  private static final int FAILURES = Integer.getInteger("oracle.failures", 1);
  private static final Pattern LONG = Pattern.compile("(x|\uD83D\uDE42)\\1{20,}");
  private static final int FEWEST = 5;

  /** What comes to pass in so many models, or the comparison of it has stopped. */
  private static final List<String> KINDS =
      List.of("BATCH_DONE", "CHANGED_INSIDE", "MIXED_DONE", "MIXED_FAILED", "STREAMED");

  private static final int PROGRESS = 10;

  @Test
  void answersAsTheOracle() {
    long end = System.currentTimeMillis() + SECONDS * 1000;
    int tried = 0;
    int models = 0;
    Map<String, Integer> patterns = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    Tally tally = new Tally();
    while (tried < MODELS
        && failures.size() < FAILURES
        && (System.currentTimeMillis() < end || models < FEWEST)) {
      long seed = SEED + tried++;
      Optional<Trial> trial = Trial.of(seed);
      if (trial.isPresent()) {
        models++;
        trial
            .get()
            .accepted()
            .model()
            .patterns()
            .forEach(p -> patterns.merge(kind(p), 1, Integer::sum));
        trial.get().failure(tally).ifPresent(f -> failures.add(report(seed, trial.get(), f)));
        if (models % PROGRESS == 0) {
          System.out.printf("oracle: %d of %d models so far, %s%n", models, tried, tally);
        }
      }
    }
    System.out.printf("oracle: %d of %d models, %s, %s%n", models, tried, patterns, tally);
    assertThat(failures).isEmpty();
    assertThat(models).isGreaterThan(tried / 2);
    assertThat(tally.of("DONE")).as("%s", tally).isGreaterThan(10 * models);
    assertThat(tally.of("CONDITION_FAILED")).as("%s", tally).isGreaterThan(models);
    assertThat(tally.of("FOUND")).as("%s", tally).isGreaterThan(models);
    if (models >= FEWEST) {
      assertThat(KINDS).as("%s", tally).allSatisfy(kind -> assertThat(tally.of(kind)).isPositive());
    }
  }

  private static String report(long seed, Trial trial, Throwable failure) {
    if (FAILURES > 1) {
      String report = readable("Seed %d: %s".formatted(seed, failure));
      System.out.println(report);
      return report;
    }
    Trial shrunk = new Shrinker().shrunk(trial);
    return readable("Seed %d: %s%n%s".formatted(seed, shrunk.failure().orElse(failure), shrunk));
  }

  private static String readable(String report) {
    return LONG.matcher(report).replaceAll(run -> run.group(1) + "×" + run.group().length());
  }

  private static String kind(PatternSpec pattern) {
    if (pattern instanceof PatternSpec.Read read) {
      return read.verb();
    }
    return pattern instanceof PatternSpec.Write write
        ? write.verb()
        : pattern instanceof PatternSpec.Batch batch ? batch.verb() : "transact";
  }
}
