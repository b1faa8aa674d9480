package dev.keyplan.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.source.SourceFile;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {
  @ParameterizedTest
  @CsvSource({
    "id, id",
    "customerId, customer_id",
    "CustomerId, customer_id",
    "pageURL, page_url",
    "URLOfPage, url_of_page",
    "aB, a_b",
    "line1, line1",
    "line1Of2, line1_of2",
    "already_snake, already_snake",
    "half_Snake, half_snake",
    "_hidden, _hidden",
    "straßeÖstlich, straße_östlich",
    "isID, is_id"
  })
  void namesInSnakeCase(String name, String stored) {
    assertThat(storedName(name)).isEqualTo(stored);
  }

  /** Nobody can know that the plural is meant; a quoted name says so. */
  @Test
  void takesTheLastOfSeveralCapitalsForTheNextWord() {
    assertThat(storedName("userIDs")).isEqualTo("user_i_ds");
  }

  @Test
  void namesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
    try {
      assertThat(storedName("customerID")).isEqualTo("customer_id");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String storedName(String name) {
    String model =
        """
        namespace com.example

        table Things { key pk  names snake_case }

        entity Thing in Things {
          key  "THING#{thing}"
          thing : uuid
          %s : string
        }
        """
            .formatted(name);
    var compilation =
        new ModelCompiler()
            .compile(new Sources(List.of(new SourceFile("thing.keyplan", model)), List.of()));
    assertThat(compilation.diagnostics()).isEmpty();
    return compilation.model().entities().get(0).attribute(name).orElseThrow().storedName();
  }
}
