package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;
import org.example.people.Note;
import org.example.people.NoteRepository;
import org.example.people.PeopleTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** What a client does for all requests of a repository, as docs/generated-code.md has it. */
class RequestSettingsTest {
  private static final String ENDPOINT = "aws.endpointUrlDynamoDb";
  private static final Map<String, String> OF_A_COMPUTER =
      Map.of("aws.region", "us-east-1", "aws.accessKeyId", "fake", "aws.secretAccessKey", "fake");

  private static DynamoDBProxyServer server;

  private final Slow connections = new Slow();
  private final PeopleTable table = PeopleTable.DEFAULT;
  private final DoubleAdder consumed = new DoubleAdder();
  private final List<MetricCollection> published = new ArrayList<>();
  private final MetricPublisher metrics =
      new MetricPublisher() {
        @Override
        public void publish(MetricCollection collection) {
          published.add(collection);
        }

        @Override
        public void close() {}
      };

  @BeforeAll
  static void start() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    server =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-port", Integer.toString(port), "-disableTelemetry"});
    server.start();
    OF_A_COMPUTER.forEach(System::setProperty);
    System.setProperty(ENDPOINT, "http://127.0.0.1:" + port);
    try (DynamoDbClient client =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      client.createTable(PeopleTable.DEFAULT.createTableRequest());
    }
  }

  @AfterAll
  static void stop() throws Exception {
    OF_A_COMPUTER.keySet().forEach(System::clearProperty);
    System.clearProperty(ENDPOINT);
    server.stop();
  }

  @Test
  void areThoseOfTheClient() {
    ExecutionInterceptor units =
        new ExecutionInterceptor() {
          @Override
          public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes call) {
            return context.request() instanceof QueryRequest query
                ? query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build()
                : context.request();
          }

          @Override
          public void afterExecution(Context.AfterExecution context, ExecutionAttributes call) {
            if (context.response() instanceof QueryResponse response) {
              consumed.add(response.consumedCapacity().capacityUnits());
            }
          }
        };
    DynamoDbClient client =
        DynamoDbClient.builder()
            .httpClient(connections)
            .overrideConfiguration(
                c ->
                    c.apiCallAttemptTimeout(Duration.ofSeconds(10))
                        .addMetricPublisher(metrics)
                        .addExecutionInterceptor(units))
            .build();
    NoteRepository notes = new NoteRepository(client, table);
    DynamoDbClient hasty =
        DynamoDbClient.builder()
            .httpClient(connections)
            .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(300)))
            .build();
    NoteRepository atOnce = new NoteRepository(hasty, table);

    UUID person = UUID.randomUUID();
    List<Note> all =
        IntStream.range(0, 3)
            .mapToObj(i -> Note.builder().person(person).number(i).text("x").build())
            .map(notes::create)
            .toList();
    assertThat(notes.notes(person).pageSize(2).stream()).containsExactlyElementsOf(all);

    assertThat(published).extracting(MetricCollection::name).hasSize(5).containsOnly("ApiCall");
    assertThat(consumed.sum()).isEqualTo(1.0);
    connections.delay = Duration.ofSeconds(2);
    assertThatThrownBy(() -> atOnce.get(all.get(0).key()))
        .isInstanceOf(ApiCallTimeoutException.class);
    assertThat(notes.get(all.get(0).key())).contains(all.get(0));
  }

  /** Takes its time. */
  private static final class Slow implements SdkHttpClient {
    private final SdkHttpClient network = UrlConnectionHttpClient.create();
    private Duration delay = Duration.ZERO;

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          try {
            Thread.sleep(delay.toMillis());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
          }
          return network.prepareRequest(request).call();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {
      network.close();
    }
  }
}
