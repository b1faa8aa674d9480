package dev.keyplan.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Answers every request at once: all of a call but the network and the service. */
final class StubHttpClient implements SdkHttpClient {
  private final Map<String, byte[]> answers;

  private StubHttpClient(Map<String, byte[]> answers) {
    this.answers = answers;
  }

  /** A client that finds these items, whatever it asks for; what it gets is the first of them. */
  static DynamoDbClient finding(List<Map<String, AttributeValue>> items) {
    return answering(
        Map.of(
            "Query", ItemJson.found(items),
            "GetItem", ItemJson.got(items.get(0)),
            "PutItem", "{}"));
  }

  /** A client that gets this item, and puts any other. */
  static DynamoDbClient holding(String item) {
    return answering(Map.of("GetItem", item, "PutItem", "{}"));
  }

  private static DynamoDbClient answering(Map<String, String> answers) {
    Map<String, byte[]> bodies = new HashMap<>();
    answers.forEach(
        (operation, answer) ->
            bodies.put("DynamoDB_20120810." + operation, answer.getBytes(StandardCharsets.UTF_8)));
    return DynamoDbClient.builder()
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .httpClient(new StubHttpClient(bodies))
        .build();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    byte[] body =
        request.httpRequest().firstMatchingHeader("X-Amz-Target").map(answers::get).orElseThrow();
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return HttpExecuteResponse.builder()
            .response(
                SdkHttpResponse.builder()
                    .statusCode(200)
                    .putHeader("Content-Type", "application/x-amz-json-1.0")
                    .putHeader("Content-Length", Integer.toString(body.length))
                    .build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public String clientName() {
    return "Stub";
  }

  @Override
  public void close() {}
}
