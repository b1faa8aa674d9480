package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.testing.Goldens;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code for updates that reach into attributes, and for moves. */
class KennelEmitterTest {
  private static final EmitOptions BOTH =
      new EmitOptions("dev.keyplan.support", true, Clients.BOTH);

  @Test
  void generatesTheKennelAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("kennel.keyplan", BOTH);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/kennel", files);
  }

  @Test
  void compilesWithoutWarnings() {
    assertThat(JavaCompilation.problems(GeneratedJava.ofFile("kennel.keyplan", BOTH))).isEmpty();
  }
}
