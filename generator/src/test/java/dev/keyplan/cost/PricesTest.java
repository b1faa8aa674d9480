package dev.keyplan.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.model.TableClass;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricesTest {
  private static final Path BUNDLED =
      Path.of("src/main/resources/dev/keyplan/cost/prices.properties");

  @Test
  void aFileTakesTheirPlace() throws IOException {
    String text = bundled().replace("sign = $", "sign = EUR ").replace("= 0.625", "= 1.25");
    Prices prices = Prices.read(new StringReader(text));
    Amount one = new Amount(BigDecimal.ONE, Optional.of(BigDecimal.ONE));
    assertThat(prices.requests(Amount.none(), one, TableClass.STANDARD)).isEqualTo("EUR 3.29");
    assertThat(Prices.bundled().requests(Amount.none(), one, TableClass.STANDARD))
        .isEqualTo("$1.64");
  }

  @Test
  void nothingIsMissingAndNothingMisspelt() throws IOException {
    assertThatThrownBy(
            () -> Prices.read(new StringReader(bundled().replace("standard.storage", "storage"))))
        .hasMessage("the price `standard.storage.gigabyte.month` is missing");
    assertThatThrownBy(() -> Prices.read(new StringReader(bundled() + "class = standard\n")))
        .hasMessage("there is no price called `class`");
    assertThatThrownBy(() -> Prices.read(new StringReader(bundled().replace("0.625", "0,625"))))
        .hasMessage("the price `standard.request.write.million` is `0,625`, no number");
  }

  private static String bundled() throws IOException {
    return Files.readString(BUNDLED);
  }
}
