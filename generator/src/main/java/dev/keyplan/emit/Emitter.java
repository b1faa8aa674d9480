package dev.keyplan.emit;

import java.util.List;

/** Makes the files of one artefact. The same input gives the same bytes, anywhere. */
public interface Emitter {
  /** A word for the artefact, as configuration names it: {@code java}, {@code workbench}. */
  String name();

  List<OutputFile> emit(EmitInput input);
}
