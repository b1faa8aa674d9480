package dev.keyplan.emit;

import java.util.List;

/** All emitters. */
public final class Emitters {
  /** In the order in which they run. */
  public static final List<Emitter> ALL = List.of();

  private Emitters() {}
}
