package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Map;

/** The classes of the AWS SDK that generated code uses. */
final class Sdk {
  static final ClassName CLIENT =
      ClassName.get("software.amazon.awssdk.services.dynamodb", "DynamoDbClient");

  static final ClassName ASYNC_CLIENT =
      ClassName.get("software.amazon.awssdk.services.dynamodb", "DynamoDbAsyncClient");

  static final ClassName BYTES = ClassName.get("software.amazon.awssdk.core", "SdkBytes");

  static final ClassName ATTRIBUTE_DEFINITION = model("AttributeDefinition");
  static final ClassName ATTRIBUTE_VALUE = model("AttributeValue");
  static final ClassName BATCH_GET_ITEM_REQUEST = model("BatchGetItemRequest");
  static final ClassName BILLING_MODE = model("BillingMode");
  static final ClassName CONDITION_CHECK = model("ConditionCheck");
  static final ClassName CONDITIONAL_CHECK_FAILED = model("ConditionalCheckFailedException");
  static final ClassName CREATE_TABLE_REQUEST = model("CreateTableRequest");
  static final ClassName DELETE_ITEM_REQUEST = model("DeleteItemRequest");
  static final ClassName DELETE_ITEM_RESPONSE = model("DeleteItemResponse");
  static final ClassName GET_ITEM_REQUEST = model("GetItemRequest");
  static final ClassName GET_ITEM_RESPONSE = model("GetItemResponse");
  static final ClassName GLOBAL_SECONDARY_INDEX = model("GlobalSecondaryIndex");
  static final ClassName KEYS_AND_ATTRIBUTES = model("KeysAndAttributes");
  static final ClassName KEY_SCHEMA_ELEMENT = model("KeySchemaElement");
  static final ClassName KEY_TYPE = model("KeyType");
  static final ClassName LOCAL_SECONDARY_INDEX = model("LocalSecondaryIndex");
  static final ClassName ON_DEMAND_THROUGHPUT = model("OnDemandThroughput");
  static final ClassName POINT_IN_TIME_RECOVERY = model("PointInTimeRecoverySpecification");
  static final ClassName PROJECTION = model("Projection");
  static final ClassName PROJECTION_TYPE = model("ProjectionType");
  static final ClassName PROVISIONED_THROUGHPUT = model("ProvisionedThroughput");
  static final ClassName PUT_ITEM_REQUEST = model("PutItemRequest");
  static final ClassName PUT_ITEM_RESPONSE = model("PutItemResponse");
  static final ClassName QUERY_REQUEST = model("QueryRequest");
  static final ClassName RECORD = model("Record");
  static final ClassName REQUEST = model("DynamoDbRequest");
  static final ClassName RETURN_VALUE = model("ReturnValue");
  static final ClassName RETURN_ON_FAILURE = model("ReturnValuesOnConditionCheckFailure");
  static final ClassName SCALAR_ATTRIBUTE_TYPE = model("ScalarAttributeType");
  static final ClassName SCAN_REQUEST = model("ScanRequest");
  static final ClassName SELECT = model("Select");
  static final ClassName SSE_SPECIFICATION = model("SSESpecification");
  static final ClassName SSE_TYPE = model("SSEType");
  static final ClassName STREAM_SPECIFICATION = model("StreamSpecification");
  static final ClassName STREAM_VIEW_TYPE = model("StreamViewType");
  static final ClassName TABLE_CLASS = model("TableClass");
  static final ClassName TAG = model("Tag");
  static final ClassName TIME_TO_LIVE_SPECIFICATION = model("TimeToLiveSpecification");
  static final ClassName TRANSACT_GET_ITEM = model("TransactGetItem");
  static final ClassName TRANSACT_GET_ITEMS_REQUEST = model("TransactGetItemsRequest");
  static final ClassName TRANSACT_GET_ITEMS_RESPONSE = model("TransactGetItemsResponse");
  static final ClassName TRANSACT_WRITE_ITEM = model("TransactWriteItem");
  static final ClassName TRANSACT_WRITE_ITEMS_REQUEST = model("TransactWriteItemsRequest");
  static final ClassName TRANSACTION_CANCELED = model("TransactionCanceledException");
  static final ClassName UPDATE_CONTINUOUS_BACKUPS_REQUEST =
      model("UpdateContinuousBackupsRequest");
  static final ClassName UPDATE_ITEM_REQUEST = model("UpdateItemRequest");
  static final ClassName UPDATE_ITEM_RESPONSE = model("UpdateItemResponse");
  static final ClassName UPDATE_TIME_TO_LIVE_REQUEST = model("UpdateTimeToLiveRequest");

  /** {@code Map<String, AttributeValue>}. */
  static final TypeName ITEM =
      ParameterizedTypeName.get(
          ClassName.get(Map.class), ClassName.get(String.class), ATTRIBUTE_VALUE);

  private Sdk() {}

  private static ClassName model(String name) {
    return ClassName.get("software.amazon.awssdk.services.dynamodb.model", name);
  }
}
