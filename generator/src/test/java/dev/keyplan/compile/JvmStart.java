package dev.keyplan.compile;

/** A program that says what its start has taken of the processor, in nanoseconds. */
final class JvmStart {
  private JvmStart() {}

  public static void main(String[] arguments) {
    System.out.print(ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos());
  }
}
