package dev.keyplan.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Does what networks and busy services do to requests, in the order that it is told. */
public final class FaultyHttpClient implements SdkHttpClient {
  private final SdkHttpClient network;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private int requests;

  /** What becomes of a request. */
  public enum Fault {
    NONE,
    /** The request never arrives. */
    LOST,
    /** It arrives and is carried out, and the answer never comes. */
    ANSWER_LOST,
    /** The same, after a while. */
    TIMEOUT_AFTER,
    THROTTLED,
    INTERNAL_ERROR,
    /** The same, but it was carried out. */
    INTERNAL_ERROR_AFTER,
    /** Another transaction is writing one of the items. */
    CONFLICT,
    /** Of a batch only the first element is done. */
    FIRST_ONLY
  }

  public FaultyHttpClient(SdkHttpClient network) {
    this.network = network;
  }

  /** What is done to the next requests; later ones pass. */
  public void next(Fault... next) {
    faults.clear();
    faults.addAll(Arrays.asList(next));
    requests = 0;
  }

  /** How many there were since. */
  public int requests() {
    return requests;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        requests++;
        Fault fault = faults.isEmpty() ? Fault.NONE : faults.remove();
        return switch (fault) {
          case NONE -> network.prepareRequest(request).call();
          case LOST -> throw new IOException("connection refused");
          case ANSWER_LOST -> {
            discard(request);
            throw new IOException("connection reset");
          }
          case TIMEOUT_AFTER -> {
            discard(request);
            throw new SocketTimeoutException("read timed out");
          }
          case THROTTLED ->
              answer(400, error("ProvisionedThroughputExceededException", "too many requests"));
          case INTERNAL_ERROR -> answer(500, error("InternalServerError", "please retry"));
          case INTERNAL_ERROR_AFTER -> {
            discard(request);
            yield answer(500, error("InternalServerError", "please retry"));
          }
          case CONFLICT -> answer(400, conflict());
          case FIRST_ONLY -> firstOnly(request);
        };
      }

      @Override
      public void abort() {}
    };
  }

  private void discard(HttpExecuteRequest request) throws IOException {
    try (AbortableInputStream answer =
        network.prepareRequest(request).call().responseBody().orElseThrow()) {
      answer.readAllBytes();
    }
  }

  private ObjectNode error(String type, String message) {
    return json.createObjectNode()
        .put("__type", "com.amazonaws.dynamodb.v20120810#" + type)
        .put("message", message);
  }

  private ObjectNode conflict() {
    ObjectNode error = error("TransactionCanceledException", "Transaction cancelled");
    ArrayNode reasons = error.putArray("CancellationReasons");
    reasons.addObject().put("Code", "TransactionConflict").put("Message", "ongoing");
    reasons.addObject().put("Code", "None");
    return error;
  }

  private static HttpExecuteResponse answer(int status, JsonNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
        .build();
  }

  /** Sends the first element of a batch, and says that the others were not processed. */
  private HttpExecuteResponse firstOnly(HttpExecuteRequest request) throws IOException {
    JsonNode all =
        json.readTree(request.contentStreamProvider().orElseThrow().newStream().readAllBytes());
    ObjectNode first = all.deepCopy();
    String table = all.get("RequestItems").fieldNames().next();
    JsonNode ofTable = all.get("RequestItems").get(table);
    boolean isRead = ofTable.isObject();
    ObjectNode left = all.get("RequestItems").deepCopy();
    ArrayNode leftElements = (ArrayNode) (isRead ? left.get(table).get("Keys") : left.get(table));
    JsonNode element = leftElements.remove(0);
    ArrayNode sent =
        (ArrayNode)
            (isRead
                ? first.get("RequestItems").get(table).get("Keys")
                : first.get("RequestItems").get(table));
    sent.removeAll().add(element);
    ObjectNode answer = (ObjectNode) json.readTree(send(request, first));
    String unprocessed = isRead ? "UnprocessedKeys" : "UnprocessedItems";
    answer.set(unprocessed, leftElements.isEmpty() ? json.createObjectNode() : left);
    return answer(200, answer);
  }

  private byte[] send(HttpExecuteRequest request, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    HttpExecuteRequest other =
        HttpExecuteRequest.builder()
            .request(
                request.httpRequest().toBuilder()
                    .putHeader("Content-Length", Integer.toString(bytes.length))
                    .build())
            .contentStreamProvider(() -> new ByteArrayInputStream(bytes))
            .build();
    HttpExecuteResponse response = network.prepareRequest(other).call();
    try (AbortableInputStream answer = response.responseBody().orElseThrow()) {
      return answer.readAllBytes();
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
