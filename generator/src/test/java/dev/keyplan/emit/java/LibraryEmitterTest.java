package dev.keyplan.emit.java;

import dev.keyplan.emit.EmitOptions;
import dev.keyplan.testing.Goldens;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code for writes of what may be there or not. */
class LibraryEmitterTest {
  private static final EmitOptions SHARED = new EmitOptions("dev.keyplan.support", true);

  @Test
  void generatesTheLibraryAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("library.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/library", files);
  }
}
