package dev.keyplan.benchmarks;

import dev.keyplan.benchmarks.FirstCalls.Candidate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Measures {@link FirstCalls} in new JVMs, from their start on, with one candidate after the other
 * in each round: what else the machine does comes upon all of them.
 */
final class ColdStart {
  private static final double NANOS_OF_MILLISECOND = 1e6;

  private final List<String> options;
  private final Map<Candidate, List<Start>> starts = new EnumMap<>(Candidate.class);

  private ColdStart(List<String> options) {
    this.options = options;
  }

  /**
   * One start.
   *
   * @param nanos until both calls were answered
   * @param processorMillis of all threads of the JVM, those that compile among them
   */
  private record Start(long nanos, long processorMillis) {}

  /**
   * Measures.
   *
   * @param arguments how many rounds, and then options of the JVMs
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(arguments[0]);
    ColdStart measure = new ColdStart(Arrays.asList(arguments).subList(1, arguments.length));
    // What is read from a disk the first time is in memory from then on.
    measure.round(new EnumMap<>(Candidate.class));
    for (int i = 0; i < rounds; i++) {
      measure.round(measure.starts);
    }
    measure.print();
  }

  private void round(Map<Candidate, List<Start>> starts) throws IOException, InterruptedException {
    for (Candidate candidate : Candidate.values()) {
      starts.computeIfAbsent(candidate, first -> new ArrayList<>()).add(start(candidate));
    }
  }

  private Start start(Candidate candidate) throws IOException, InterruptedException {
    Order order = SampleOrders.order(0);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            FirstCalls.class.getName(),
            candidate.name(),
            ItemJson.got(OrderCodec.write(order)),
            order.customerId(),
            Long.toString(order.placedAt().toEpochMilli()),
            order.id()));
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream output = process.getInputStream()) {
      boolean isAnswered = output.read() == '.';
      long nanos = System.nanoTime() - begin;
      String processor = new String(output.readAllBytes(), StandardCharsets.US_ASCII);
      if (process.waitFor() != 0 || !isAnswered) {
        throw new IllegalStateException(candidate + " was not answered");
      }
      return new Start(nanos, Long.parseLong(processor));
    }
  }

  private void print() {
    System.out.printf(
        "%-14s %24s %10s %22s%n", "", "ms (quartiles)", "processor", "more than client alone");
    for (Candidate candidate : Candidate.values()) {
      long[] nanos = sorted(candidate, Start::nanos);
      long[] processor = sorted(candidate, Start::processorMillis);
      System.out.printf(
          Locale.ROOT,
          "%-14s %8.0f (%4.0f to %4.0f) %10d %17.0f ms%n",
          candidate,
          quartile(nanos, 2) / NANOS_OF_MILLISECOND,
          quartile(nanos, 1) / NANOS_OF_MILLISECOND,
          quartile(nanos, 3) / NANOS_OF_MILLISECOND,
          quartile(processor, 2),
          (quartile(nanos, 2) - quartile(sorted(Candidate.CLIENT_ALONE, Start::nanos), 2))
              / NANOS_OF_MILLISECOND);
    }
  }

  private long[] sorted(Candidate candidate, ToLongFunction<Start> measured) {
    return starts.get(candidate).stream().mapToLong(measured).sorted().toArray();
  }

  private static long quartile(long[] sorted, int quarter) {
    return sorted[(sorted.length - 1) * quarter / 4];
  }
}
