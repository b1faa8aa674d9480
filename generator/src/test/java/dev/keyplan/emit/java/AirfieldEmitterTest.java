package dev.keyplan.emit.java;

import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.testing.Goldens;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads that leave out what has expired. */
class AirfieldEmitterTest {
  private static final EmitOptions BOTH =
      new EmitOptions("dev.keyplan.support", true, Clients.BOTH);

  @Test
  void generatesAirfieldAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("airfield.keyplan", BOTH);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/airfield", files);
  }
}
