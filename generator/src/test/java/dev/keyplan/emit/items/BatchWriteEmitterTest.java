package dev.keyplan.emit.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.table.CreateTableEmitter;
import dev.keyplan.testing.Goldens;
import dev.keyplan.testing.Inputs;
import dev.keyplan.testing.LocalDynamoDb;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

class BatchWriteEmitterTest {
  @Test
  void writesBatchesOfTwentyFive() {
    Goldens.assertMatches(
        "items/cruddur", Inputs.emitted(new BatchWriteEmitter(), "items", Inputs.cruddur()));
  }

  @Test
  void writesNothingWithoutSampleData() {
    assertThat(
            new BatchWriteEmitter()
                .emit(Inputs.of("namespace a  table T \"table\" { key pk / sk }")))
        .isEmpty();
  }

  @Test
  void seedsTheTable() {
    EmitInput input = Inputs.cruddur();
    try (DynamoDbClient client = LocalDynamoDb.start()) {
      String table = new CreateTableEmitter().emit(input).get(0).content();
      client.createTable(LocalDynamoDb.fill(CreateTableRequest.builder(), table).build());
      for (OutputFile file : new BatchWriteEmitter().emit(input)) {
        BatchWriteItemResponse response =
            client.batchWriteItem(
                LocalDynamoDb.fill(
                        BatchWriteItemRequest.builder(),
                        "{\"RequestItems\":" + file.content() + "}")
                    .build());
        assertThat(response.unprocessedItems()).isEmpty();
      }
      assertThat(client.scan(s -> s.tableName("cruddur-messages")).count()).isEqualTo(42);
      int indexed =
          client.scan(s -> s.tableName("cruddur-messages").indexName("message-uuid-index")).count();
      assertThat(indexed).isEqualTo(40);
    }
  }
}
