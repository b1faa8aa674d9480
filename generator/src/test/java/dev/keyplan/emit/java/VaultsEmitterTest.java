package dev.keyplan.emit.java;

import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.testing.Goldens;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VaultsEmitterTest {
  private static final EmitOptions BOTH =
      new EmitOptions("dev.keyplan.support", true, Clients.BOTH);

  @Test
  void generatesVaultsAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("vaults.keyplan", BOTH);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/vaults", files);
  }
}
