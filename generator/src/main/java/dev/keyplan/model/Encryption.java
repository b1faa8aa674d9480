package dev.keyplan.model;

/** Whose key encrypts a table. DynamoDB encrypts every table. */
public sealed interface Encryption
    permits Encryption.AwsOwned, Encryption.AwsManaged, Encryption.CustomerManaged {
  /** A key that AWS owns: free, and nothing of it is seen. */
  record AwsOwned() implements Encryption {}

  /** The key {@code alias/aws/dynamodb} of the account in KMS. */
  record AwsManaged() implements Encryption {}

  /**
   * A key of the customer's own in KMS.
   *
   * @param key its id, its alias or the ARN of either
   */
  record CustomerManaged(String key) implements Encryption {}
}
