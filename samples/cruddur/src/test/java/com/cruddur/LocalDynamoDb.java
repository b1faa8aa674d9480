package com.cruddur;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** DynamoDB Local in this process: in memory, without a port, gone with the JVM. */
final class LocalDynamoDb {
  private LocalDynamoDb() {}

  static DynamoDbClient start() {
    boolean telemetryIsOff = true;
    return DynamoDBEmbedded.create(telemetryIsOff).dynamoDbClient();
  }
}
