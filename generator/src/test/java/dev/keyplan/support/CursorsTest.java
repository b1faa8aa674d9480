package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.CursorEncoding.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

class CursorsTest {
  private static final byte[] SECRET = "sixteen bytes of secret".getBytes(StandardCharsets.UTF_8);
  private static final Position POSITION =
      new Position(
          Map.of(
              "pk", AttributeValue.fromS("Gr\u00FC\u00DFe \uD83D\uDE00".repeat(100)),
              "sk", AttributeValue.fromN("-12.5"),
              "b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 127}))),
          42);

  private final Cursors cursors = Cursors.sealed(SECRET);

  private static byte[] binding(Consumer<QueryRequest.Builder> change) {
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName("t")
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("a")));
    change.accept(request);
    return CursorEncoding.binding("E.p", request.build(), 10);
  }

  @Test
  void opensWhatItSealed() {
    String cursor = cursors.seal(POSITION, binding(r -> {}));

    assertThat(Cursors.sealed(SECRET).open(cursor, binding(r -> {}))).isEqualTo(POSITION);
    assertThat(cursors.seal(POSITION, binding(r -> {}))).isEqualTo(cursor);
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
        .doesNotContain("pk")
        .doesNotContain("12.5");
  }

  @Test
  void bindsToEverythingThatTheResultsDependOn() {
    byte[] original = binding(r -> {});
    List<Consumer<QueryRequest.Builder>> others =
        List.of(
            r -> r.tableName("u"),
            r -> r.indexName("i"),
            r -> r.keyConditionExpression("pk = :pk AND sk > :sk"),
            r -> r.filterExpression("x"),
            r -> r.projectionExpression("x"),
            r -> r.scanIndexForward(false),
            r -> r.expressionAttributeNames(Map.of("#a", "b")),
            r -> r.expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("b"))),
            r -> r.expressionAttributeValues(Map.of(":pk", AttributeValue.fromN("1"))),
            r -> r.expressionAttributeValues(Map.of(":pk", AttributeValue.fromBool(true))),
            r -> r.expressionAttributeValues(Map.of(":pk", AttributeValue.fromSs(List.of("a")))),
            r ->
                r.expressionAttributeValues(Map.of(":pk", AttributeValue.fromSs(List.of("a", "")))),
            r ->
                r.expressionAttributeValues(
                    Map.of(":pk", AttributeValue.fromL(List.of(AttributeValue.fromS("a"))))));

    Set<String> all =
        others.stream()
            .map(CursorsTest::binding)
            .map(bytes -> Base64.getEncoder().encodeToString(bytes))
            .collect(Collectors.toSet());

    assertThat(all)
        .hasSize(others.size())
        .doesNotContain(Base64.getEncoder().encodeToString(original));
    String cursor = cursors.seal(POSITION, original);
    for (Consumer<QueryRequest.Builder> other : others) {
      assertThatThrownBy(() -> cursors.open(cursor, binding(other)))
          .isInstanceOf(CursorException.class);
    }
    assertThat(CursorEncoding.binding("E.p", QueryRequest.builder().build(), 1))
        .isNotEqualTo(CursorEncoding.binding("E.q", QueryRequest.builder().build(), 1))
        .isNotEqualTo(CursorEncoding.binding("E.p", QueryRequest.builder().build(), 2));
    assertThat(binding(r -> r.limit(5))).isEqualTo(original);
    assertThat(binding(r -> r.scanIndexForward(true))).isEqualTo(original);
  }

  @Test
  void mistakesNoTwoBindingsForOne() {
    assertThat(binding(r -> r.tableName("ab").indexName("c")))
        .isNotEqualTo(binding(r -> r.tableName("a").indexName("bc")));
    assertThat(
            binding(
                r ->
                    r.expressionAttributeValues(
                        Map.of(":a", AttributeValue.fromS("x"), ":b", AttributeValue.fromS("y")))))
        .isNotEqualTo(
            binding(
                r ->
                    r.expressionAttributeValues(
                        Map.of(":a", AttributeValue.fromS("x\0\0\0\2:b\0\0\0\1S\0\0\0\1y")))));
  }

  @Test
  void refusesEveryOtherText() {
    byte[] binding = binding(r -> {});
    String cursor = cursors.seal(POSITION, binding);
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);

    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertRefused(Base64.getUrlEncoder().encodeToString(changed), binding);
    }
    for (int length : IntStream.range(0, 60).toArray()) {
      assertRefused(cursor.substring(0, length), binding);
    }
    assertRefused("not base 64!", binding);
    assertRefused(cursor + "==", binding);
    assertRefused(cursor + "A".repeat(1_000_000), binding);
    // The last character has bits that say nothing.
    String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    assertThat(bytes.length % 3).isNotZero();
    int last = digits.indexOf(cursor.charAt(cursor.length() - 1));
    String same = cursor.substring(0, cursor.length() - 1) + digits.charAt(last + 1);
    assertThat(Base64.getUrlDecoder().decode(same)).isEqualTo(bytes);
    assertRefused(same, binding);
    assertThatThrownBy(() -> Cursors.sealed(new byte[16]).open(cursor, binding))
        .isInstanceOf(CursorException.class);
    assertThatThrownBy(() -> Cursors.withoutSecret().open(cursor, binding))
        .isInstanceOf(CursorException.class);
  }

  private void assertRefused(String cursor, byte[] binding) {
    assertThatThrownBy(() -> cursors.open(cursor, binding))
        .isInstanceOf(CursorException.class)
        .hasMessage(
            "The cursor is not one that this query gave with these arguments and this secret");
  }

  /** What can be forged without a secret. */
  @Test
  void refusesPositionsThatNoPageEndsAt() {
    Map<String, AttributeValue> key = Map.of("pk", AttributeValue.fromS("a"));
    byte[] good = CursorEncoding.encode(new Position(key, 0));
    List<byte[]> forged = new ArrayList<>();
    forged.add(CursorEncoding.encode(new Position(key, -1)));
    forged.add(CursorEncoding.encode(new Position(Map.of(), 1)));
    forged.add(CursorEncoding.encode(new Position(Map.of("pk", AttributeValue.fromBool(true)), 1)));
    forged.add(Arrays.copyOf(good, good.length + 1));
    // The sizes: of the key, its name, its type and its text.
    for (int offset : new int[] {4, 8, 14, 19}) {
      for (int size : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 20, 3}) {
        byte[] changed = good.clone();
        ByteBuffer.wrap(changed).putInt(offset, size);
        forged.add(changed);
      }
    }

    assertThatCode(() -> CursorEncoding.decode(good)).doesNotThrowAnyException();
    for (byte[] bytes : forged) {
      assertThatThrownBy(() -> CursorEncoding.decode(bytes))
          .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
    }
  }

  @Test
  void refusesAPositionBehindTheLimit() {
    QueryRequest request = QueryRequest.builder().tableName("t").build();
    Query<Object> query = new Query<Object>(null, "E.p", request, i -> i, cursors).limit(10);
    byte[] binding = CursorEncoding.binding("E.p", request, 10);
    for (int returned : new int[] {10, 11, Integer.MAX_VALUE, -1}) {
      Position position = new Position(POSITION.startKey(), returned);

      assertThatThrownBy(() -> query.page(cursors.seal(position, binding)))
          .isInstanceOf(CursorException.class);
    }
  }

  @Test
  void wantsASecretWorthTheName() {
    assertThatThrownBy(() -> Cursors.sealed(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The secret has less than 16 bytes");
  }
}
