package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.source.SourceFile;
import dev.keyplan.testing.Goldens;
import java.util.List;
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

  /** What decides on an index key is set as a whole, so that the key can be written with it. */
  @Test
  void changesNothingInsideOfWhatAnIndexDependsOn() {
    Map<String, String> files =
        GeneratedJava.of(
            """
            namespace com.acme

            table Dogs { key pk / sk  index byHome homePk / homeSk }

            struct Address { city: string(1..40)  doors: int(1..9) }

            entity Dog in Dogs {
              key    "DOG#{id}" / "DOG"
              index  byHome = "AWAY" / "DOG#{id}" when attribute_exists(holiday)
              id      : uuid  @id
              home    : Address
              holiday : Address?
            }
            """,
            "dogs.keyplan",
            BOTH);

    assertThat(files.get("com/acme/DogUpdate.java"))
        .contains("home(Consumer<AddressUpdate> changes)")
        .contains("holiday(Address holiday)")
        .contains("removeHoliday()")
        .doesNotContain("holiday(Consumer")
        .doesNotContain("holidayIfAbsent");
  }

  @Test
  void reachesIntoStructsOfOtherNamespaces() {
    SourceFile shared =
        new SourceFile(
            "shared.keyplan",
            """
            namespace com.acme.shared
            struct Point   { x: int(0..9) }
            struct Address { city: string(1..40)  points: list<Point> }
            """);
    SourceFile dogs =
        new SourceFile(
            "dogs.keyplan",
            """
            namespace com.acme.dogs

            table Dogs { key pk / sk }

            entity Dog in Dogs {
              key  "DOG#{id}" / "DOG"
              id    : uuid  @id
              homes : map<com.acme.shared.Address>
            }
            """);
    Map<String, String> files = GeneratedJava.of(List.of(shared, dogs), BOTH);

    assertThat(files.get("com/acme/shared/AddressUpdate.java"))
        .contains("public AddressUpdate(Place place)")
        .contains("points(int index, Consumer<PointUpdate> changes)");
    assertThat(files.get("com/acme/shared/PointUpdate.java"))
        .contains("  PointUpdate(Place place)")
        .contains("addX(int x)");
    assertThat(JavaCompilation.problems(files)).isEmpty();
  }
}
