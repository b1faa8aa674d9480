package dev.keyplan.cost;

import dev.keyplan.model.TableClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What units and storage cost, out of a file that says of when and where. */
public final class Prices {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

  /** A gigabyte as AWS bills it. */
  private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1L << 30);

  private final Map<String, String> values;

  private Prices(Map<String, String> values) {
    this.values = values;
  }

  /** Those that come with Keyplan. */
  public static Prices bundled() {
    try (InputStream stream =
        Objects.requireNonNull(Prices.class.getResourceAsStream("prices.properties"))) {
      return new Prices(load(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Those of a file in the form of Java's properties.
   *
   * @throws IllegalArgumentException if it lacks a price, has an unknown one, or one that is no
   *     number
   */
  public static Prices read(Reader reader) throws IOException {
    Map<String, String> values = load(reader);
    Set<String> known = bundled().values.keySet();
    TreeSet<String> missing = new TreeSet<>(known);
    missing.removeAll(values.keySet());
    TreeSet<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(known);
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new IllegalArgumentException(
          missing.isEmpty()
              ? "there is no price called `" + unknown.first() + "`"
              : "the price `" + missing.first() + "` is missing");
    }
    Prices prices = new Prices(values);
    values.keySet().stream().filter(key -> key.contains(".")).forEach(prices::number);
    return prices;
  }

  private static Map<String, String> load(Reader reader) throws IOException {
    Properties properties = new Properties();
    properties.load(reader);
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }

  private BigDecimal number(String key) {
    String text = values.get(key);
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with where it stands.
    }
    throw new IllegalArgumentException("the price `" + key + "` is `" + text + "`, no number");
  }

  /** {@code us-east-1, 2026-01, 730 hours a month}. */
  public String text() {
    return "%s, %s, %s hours a month"
        .formatted(values.get("region"), values.get("date"), values.get("hours.per.month"));
  }

  private Amount requestsOf(Amount demand, boolean isWrite, TableClass tableClass) {
    BigDecimal price =
        number(prefix(tableClass) + ".request." + word(isWrite) + ".million")
            .multiply(number("hours.per.month"))
            .multiply(SECONDS_PER_HOUR)
            .divide(MILLION, MathContext.DECIMAL64);
    return demand.times(price);
  }

  /** What so many reads and writes a second cost in a month, each paid by request. */
  public String requests(Amount reads, Amount writes, TableClass tableClass) {
    return Amount.sum(
            List.of(requestsOf(reads, false, tableClass), requestsOf(writes, true, tableClass)))
        .money(values.get("sign"));
  }

  /** What provisioned units cost in a month. */
  public String provisioned(long reads, long writes, TableClass tableClass) {
    String prefix = prefix(tableClass) + ".provisioned.";
    BigDecimal price =
        number(prefix + "read.hour")
            .multiply(BigDecimal.valueOf(reads))
            .add(number(prefix + "write.hour").multiply(BigDecimal.valueOf(writes)))
            .multiply(number("hours.per.month"));
    return new Amount(price, Optional.of(price)).money(values.get("sign"));
  }

  /** What so many bytes cost in a month. */
  public String storage(SizeRange bytes, TableClass tableClass) {
    BigDecimal price =
        number(prefix(tableClass) + ".storage.gigabyte.month")
            .divide(GIGABYTE, MathContext.DECIMAL64);
    return bytes.asAmount().times(price).money(values.get("sign"));
  }

  /** So many bytes, in gigabytes. */
  public static String gigabytes(SizeRange bytes) {
    return bytes.asAmount().times(BigDecimal.ONE.divide(GIGABYTE, MathContext.DECIMAL64)).text()
        + " GB";
  }

  private static String word(boolean isWrite) {
    return isWrite ? "write" : "read";
  }

  private static String prefix(TableClass tableClass) {
    return switch (tableClass) {
      case STANDARD -> "standard";
      case STANDARD_INFREQUENT_ACCESS -> "infrequent";
    };
  }
}
