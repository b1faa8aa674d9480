package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.EmitOptions;
import dev.keyplan.source.SourceFile;
import dev.keyplan.testing.Goldens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The interfaces for what streams tell. */
class StreamEmitterTest {
  private static final EmitOptions SHARED = new EmitOptions("dev.keyplan.support", true);

  @Test
  void generatesTheClubsAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("clubs.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/clubs", files);
  }

  @Test
  void compilesForEntitiesOfOtherNamespacesAndOddNames() {
    Map<String, String> files =
        GeneratedJava.of(
            List.of(
                new SourceFile(
                    "a.keyplan",
                    """
                    namespace org.example.names

                    table Record "records" {
                      key     pk / sk
                      type    none
                      stream  new_image
                    }

                    enum Size { SMALL, LARGE }
                    entity ItemChange in Record {
                      key   "A#{size}" / "B"
                      size  : Size
                    }
                    """),
                new SourceFile(
                    "b.keyplan",
                    """
                    namespace org.example.others

                    enum Size { SMALL, LARGE }
                    entity ItemChange in org.example.names.Record {
                      key    "C#{size}" / "I#{item}"
                      unique other
                      size   : Size
                      item   : string
                      other  : string
                    }
                    """)),
            new EmitOptions("org.example.support", false));

    assertThat(JavaCompilation.problems(files)).isEmpty();
  }

  @Test
  void isNotThereWithoutAStream() {
    assertThat(GeneratedJava.ofFile("people.keyplan", SHARED).keySet())
        .noneMatch(path -> path.contains("Stream"));
  }
}
