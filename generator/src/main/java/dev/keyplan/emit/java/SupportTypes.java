package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;

/**
 * The names of the support classes in the user's project.
 *
 * @param packageName the package that the user chose for them
 */
record SupportTypes(String packageName) {
  ClassName batchIncompleteException() {
    return shared("BatchIncompleteException");
  }

  ClassName concurrency() {
    return shared("Concurrency");
  }

  ClassName conditionFailedException() {
    return shared("ConditionFailedException");
  }

  ClassName cursors() {
    return shared("Cursors");
  }

  ClassName entityItems() {
    return shared("EntityItems");
  }

  ClassName entityRequests() {
    return shared("EntityRequests");
  }

  ClassName itemChange() {
    return shared("ItemChange");
  }

  ClassName itemFormatException() {
    return shared("ItemFormatException");
  }

  ClassName optionalPart() {
    return shared("OptionalPart");
  }

  ClassName part() {
    return shared("Part");
  }

  ClassName notUniqueResultException() {
    return shared("NotUniqueResultException");
  }

  ClassName transactionFailedException() {
    return shared("TransactionFailedException");
  }

  ClassName uniqueValueTakenException() {
    return shared("UniqueValueTakenException");
  }

  ClassName actions() {
    return internal("Actions");
  }

  ClassName answer() {
    return internal("Answer");
  }

  ClassName asRead() {
    return internal("AsRead");
  }

  ClassName batchRequests() {
    return internal("BatchRequests");
  }

  ClassName bounds() {
    return internal("Bounds");
  }

  ClassName buckets() {
    return internal("Buckets");
  }

  ClassName check() {
    return internal("Check");
  }

  ClassName elements() {
    return internal("Elements");
  }

  ClassName fanOut() {
    return internal("FanOut");
  }

  ClassName unexpired() {
    return internal("Unexpired");
  }

  ClassName guards() {
    return internal("Guards");
  }

  ClassName found() {
    return internal("Found");
  }

  ClassName inList() {
    return internal("InList");
  }

  ClassName keyText() {
    return internal("KeyText");
  }

  ClassName keys() {
    return internal("Keys");
  }

  ClassName knownItem() {
    return internal("KnownItem");
  }

  ClassName merge() {
    return internal("Merge");
  }

  ClassName parts() {
    return internal("Parts");
  }

  ClassName place() {
    return internal("Place");
  }

  ClassName ranges() {
    return internal("Ranges");
  }

  ClassName read() {
    return internal("Read");
  }

  ClassName shards() {
    return internal("Shards");
  }

  ClassName streamRecords() {
    return internal("StreamRecords");
  }

  ClassName texts() {
    return internal("Texts");
  }

  ClassName timeTexts() {
    return internal("TimeTexts");
  }

  ClassName timestamps() {
    return internal("Timestamps");
  }

  ClassName transactionMembers() {
    return internal("TransactionMembers");
  }

  ClassName ulids() {
    return internal("Ulids");
  }

  ClassName updateExpression() {
    return internal("UpdateExpression");
  }

  ClassName upsert() {
    return internal("Upsert");
  }

  ClassName values() {
    return internal("Values");
  }

  ClassName shared(String name) {
    return ClassName.get(packageName, name);
  }

  ClassName internal(String name) {
    return ClassName.get(packageName + ".internal", name);
  }
}
