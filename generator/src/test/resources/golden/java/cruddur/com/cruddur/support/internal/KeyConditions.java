// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The key condition of a query, as a test of items: DynamoDB tests the entries of an index by it,
 * which is behind its table. Terms are {@code pk = :pk}, with {@code <}, {@code <=}, {@code >} and
 * {@code >=} too, {@code sk BETWEEN :from AND :to} and {@code begins_with(sk, :sk)}.
 */
public final class KeyConditions {
  private static final Pattern TOKEN = Pattern.compile("[(),]|[<>]=?|=|[^\\s(),<>=]+");

  private final QueryRequest request;
  private final Deque<String> tokens = new ArrayDeque<>();

  private KeyConditions(QueryRequest request) {
    this.request = request;
    TOKEN
        .matcher(request.keyConditionExpression())
        .results()
        .map(MatchResult::group)
        .forEach(tokens::add);
  }

  /** Whether an item has key attributes that all terms hold for. */
  public static Predicate<Map<String, AttributeValue>> of(QueryRequest request) {
    return new KeyConditions(request).all();
  }

  private Predicate<Map<String, AttributeValue>> all() {
    Predicate<Map<String, AttributeValue>> all = term();
    while (!tokens.isEmpty()) {
      expect("AND");
      all = all.and(term());
    }
    return all;
  }

  private Predicate<Map<String, AttributeValue>> term() {
    String first = next();
    if (first.equals("begins_with") && "(".equals(tokens.peek())) {
      expect("(");
      String name = name(next());
      expect(",");
      AttributeValue prefix = value();
      expect(")");
      return term(name, prefix, stored -> Ranges.beginsWith(stored, prefix));
    }
    String name = name(first);
    String operator = next();
    AttributeValue value = value();
    return switch (operator) {
      case "=" -> term(name, value, stored -> Ranges.compare(stored, value) == 0);
      case "<" -> term(name, value, stored -> Ranges.compare(stored, value) < 0);
      case "<=" -> term(name, value, stored -> Ranges.compare(stored, value) <= 0);
      case ">" -> term(name, value, stored -> Ranges.compare(stored, value) > 0);
      case ">=" -> term(name, value, stored -> Ranges.compare(stored, value) >= 0);
      case "BETWEEN" -> {
        expect("AND");
        AttributeValue to = value();
        yield term(
            name,
            value,
            stored -> Ranges.compare(stored, value) >= 0 && Ranges.compare(stored, to) <= 0);
      }
      default -> throw unreadable();
    };
  }

  /** An item without the attribute, or with one of another type, is in no such index. */
  private static Predicate<Map<String, AttributeValue>> term(
      String name, AttributeValue value, Predicate<AttributeValue> test) {
    return item -> {
      AttributeValue stored = item.get(name);
      return stored != null && stored.type() == value.type() && test.test(stored);
    };
  }

  private String name(String token) {
    return request.expressionAttributeNames().getOrDefault(token, token);
  }

  private AttributeValue value() {
    return Objects.requireNonNull(request.expressionAttributeValues().get(next()));
  }

  private void expect(String token) {
    if (!next().equals(token)) {
      throw unreadable();
    }
  }

  private String next() {
    if (tokens.isEmpty()) {
      throw unreadable();
    }
    return tokens.remove();
  }

  private IllegalArgumentException unreadable() {
    return new IllegalArgumentException("Not a key condition: " + request.keyConditionExpression());
  }
}
