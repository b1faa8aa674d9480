package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.EmitOptions;
import dev.keyplan.testing.Goldens;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code for types that say more than {@code string}. */
class DepotEmitterTest {
  private static final EmitOptions SHARED = new EmitOptions("dev.keyplan.support", true);

  @Test
  void generatesTheDepotAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("depot.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/depot", files);
  }

  @Test
  void copiesWhatReadsPatternsOnlyWhereThereAreSome() {
    assertThat(GeneratedJava.ofFile("depot.keyplan", SHARED).keySet())
        .contains(
            "dev/keyplan/support/text/TextPattern.java",
            "dev/keyplan/support/text/package-info.java");
    assertThat(GeneratedJava.ofFile("market.keyplan", SHARED).keySet())
        .noneMatch(path -> path.startsWith("dev/keyplan/support/text/"));
  }
}
