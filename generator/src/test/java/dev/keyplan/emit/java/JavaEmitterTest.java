package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.EmitOptions;
import dev.keyplan.testing.Goldens;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaEmitterTest {
  private static final EmitOptions CRUDDUR = new EmitOptions("com.cruddur.support", true);

  @Test
  void generatesWhatReviewersApproved() {
    Goldens.assertMatches("java/cruddur", GeneratedJava.ofFile("cruddur.keyplan", CRUDDUR));
  }

  @Test
  void compilesWithoutWarnings() {
    assertThat(JavaCompilation.problems(GeneratedJava.ofFile("cruddur.keyplan", CRUDDUR)))
        .isEmpty();
  }

  @Test
  void makesTheSameBytesInEveryLocale() {
    Map<String, String> first = GeneratedJava.ofFile("cruddur.keyplan", CRUDDUR);
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
    try {
      assertThat(GeneratedJava.ofFile("cruddur.keyplan", CRUDDUR)).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }
}
