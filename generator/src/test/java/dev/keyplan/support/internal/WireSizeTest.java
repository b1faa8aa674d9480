package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.support.Concurrency;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** No request of a batch is larger than DynamoDB takes, as the SDK writes it. */
class WireSizeTest {
  private static final int BYTES_OF_AN_ITEM = 400 * 1024;
  private static final int BYTES_OF_A_BATCH = 16 * 1024 * 1024;

  private final Measuring network = new Measuring();
  private final DynamoDbClient client =
      DynamoDbClient.builder()
          .httpClient(network)
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .build();

  private List<Long> sizes(AttributeValue value) {
    network.sizes.clear();
    List<Map<String, AttributeValue>> items =
        IntStream.range(0, 30)
            .mapToObj(i -> Map.of("pk", AttributeValue.fromS("k" + i), "v", value))
            .toList();
    new Batch(client, "table", Set.of("pk"), Concurrency.DEFAULT).put(items);
    return List.copyOf(network.sizes);
  }

  @Test
  void sendsAsManyAsFit() {
    assertThat(sizes(AttributeValue.fromS("x"))).hasSize(2);
    // As Base64, 25 items of 400 KB are some 13 MB.
    byte[] bytes = new byte[BYTES_OF_AN_ITEM - 10];
    assertThat(sizes(AttributeValue.fromB(SdkBytes.fromByteArray(bytes))))
        .hasSize(2)
        .allMatch(size -> size <= BYTES_OF_A_BATCH);
  }

  @Test
  void sendsFewerWhereTheyAreLargerInARequest() {
    String controls = "\u0001".repeat(BYTES_OF_AN_ITEM - 10);
    assertThat(sizes(AttributeValue.fromS(controls)))
        .hasSize(5)
        .allMatch(size -> size <= BYTES_OF_A_BATCH);
    // Two bytes as it is stored, and fourteen in a request.
    AttributeValue nothings =
        AttributeValue.fromL(
            Collections.nCopies(BYTES_OF_AN_ITEM / 2 - 10, AttributeValue.fromNul(true)));
    assertThat(sizes(nothings)).hasSizeGreaterThan(3).allMatch(size -> size <= BYTES_OF_A_BATCH);
  }

  @Test
  void isNotLessThanWhatIsSent() {
    List<AttributeValue> scalars =
        List.of(
            AttributeValue.fromS(""),
            AttributeValue.fromS("a\"\\/\n\t\u0000\u001f\u007f\u00e9\u20ac\uD83D\uDE00"),
            AttributeValue.fromN("-12.5"),
            AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2, 3, 4})),
            AttributeValue.fromBool(false),
            AttributeValue.fromNul(true),
            AttributeValue.fromSs(List.of("a", "\"")),
            AttributeValue.fromNs(List.of("1", "23")),
            AttributeValue.fromBs(List.of(SdkBytes.fromByteArray(new byte[1]))),
            AttributeValue.fromL(List.of()),
            AttributeValue.fromM(Map.of()));
    List<AttributeValue> all = new ArrayList<>(scalars);
    all.add(AttributeValue.fromL(scalars));
    all.add(AttributeValue.fromM(Map.of("a\"b", AttributeValue.fromL(scalars))));
    for (AttributeValue value : all) {
      Map<String, AttributeValue> item = Map.of("v", value);
      network.sizes.clear();
      send(List.of());
      send(List.of(item));
      assertThat(WireSize.of(item))
          .as(value.toString())
          .isGreaterThanOrEqualTo(network.sizes.get(1) - network.sizes.get(0));
    }
  }

  private void send(List<Map<String, AttributeValue>> items) {
    List<WriteRequest> puts =
        items.stream()
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList();
    client.batchWriteItem(request -> request.requestItems(Map.of("table", puts)));
  }

  /** Takes all requests, and says how large they are. */
  private static final class Measuring implements SdkHttpClient {
    private final List<Long> sizes = new ArrayList<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
            sizes.add(body.transferTo(OutputStream.nullOutputStream()));
          }
          byte[] answer = "{\"UnprocessedItems\":{}}".getBytes(StandardCharsets.UTF_8);
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
