package dev.keyplan.benchmarks;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as DynamoDB sends them; of the types that the sample has. */
final class ItemJson {
  private ItemJson() {}

  /** The answer to a query. */
  static String found(List<Map<String, AttributeValue>> items) {
    return "{\"Count\":%1$d,\"ScannedCount\":%1$d,\"Items\":%2$s}"
        .formatted(items.size(), list(items, ItemJson::map));
  }

  /** The answer to a get. */
  static String got(Map<String, AttributeValue> item) {
    return "{\"Item\":" + map(item) + "}";
  }

  private static String map(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .map(entry -> text(entry.getKey()) + ":" + value(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(AttributeValue value) {
    String content =
        switch (value.type()) {
          case S -> text(value.s());
          case N -> text(value.n());
          case B -> text(Base64.getEncoder().encodeToString(value.b().asByteArray()));
          case BOOL -> value.bool().toString();
          case SS -> list(value.ss(), ItemJson::text);
          case L -> list(value.l(), ItemJson::value);
          case M -> map(value.m());
          default -> throw new IllegalArgumentException("No sample has a " + value.type());
        };
    return "{\"" + value.type() + "\":" + content + "}";
  }

  private static <T> String list(Collection<T> values, Function<T, String> json) {
    return values.stream().map(json).collect(Collectors.joining(",", "[", "]"));
  }

  /** The samples have nothing that would have to be escaped. */
  private static String text(String text) {
    return "\"" + text + "\"";
  }
}
