package dev.keyplan.emit.java;

import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.testing.Goldens;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Repositories of both clients: of times that others store with another offset, of reads that leave
 * out what has expired and writes that take its place, and of values at the edges of what can be
 * stored.
 */
class BothClientsEmitterTest {
  private static final EmitOptions BOTH =
      new EmitOptions("dev.keyplan.support", true, Clients.BOTH);

  @ParameterizedTest
  @ValueSource(strings = {"airfield", "leases", "passes", "vaults"})
  void generatesAsApproved(String model) {
    Map<String, String> files = GeneratedJava.ofFile(model + ".keyplan", BOTH);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/" + model, files);
  }
}
