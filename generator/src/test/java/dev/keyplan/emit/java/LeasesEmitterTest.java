package dev.keyplan.emit.java;

import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.testing.Goldens;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads that leave out what has expired, and writes that take its place. */
class LeasesEmitterTest {
  private static final EmitOptions BOTH =
      new EmitOptions("dev.keyplan.support", true, Clients.BOTH);

  @Test
  void generatesLeasesAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("leases.keyplan", BOTH);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/leases", files);
  }

  @Test
  void generatesPassesAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("passes.keyplan", BOTH);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/passes", files);
  }
}
