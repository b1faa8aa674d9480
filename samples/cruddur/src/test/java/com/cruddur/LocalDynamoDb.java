package com.cruddur;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * DynamoDB Local in this process: in memory, without a port. With
 * {@code @ExtendWith(LocalDynamoDb.class)} a test gets a client of one that is started once for all
 * tests of a run; JUnit closes it with its store.
 */
final class LocalDynamoDb extends TypeBasedParameterResolver<DynamoDbClient> {
  @Override
  public DynamoDbClient resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(LocalDynamoDb.class))
        .getOrComputeIfAbsent("client", key -> start(), DynamoDbClient.class);
  }

  static DynamoDbClient start() {
    boolean telemetryIsOff = true;
    return DynamoDBEmbedded.create(telemetryIsOff).dynamoDbClient();
  }
}
