// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The bytes of cursors. Every text and every list is preceded by its length and every value by its
 * type, so that two different queries, or positions, never have the same bytes.
 */
final class CursorEncoding {
  private static final int ABSENT = -1;

  /** No other value of a query or a scan is called so. */
  private static final String TIME_OF_CALL = ":_now";

  private CursorEncoding() {}

  /**
   * Where a query goes on.
   *
   * @param startKey the last key that was read
   * @param returned how many results there were up to it
   */
  record Position(Map<String, AttributeValue> startKey, int returned) {}

  /** What makes a query another one: everything its results depend on, but not its page size. */
  static byte[] binding(String pattern, QueryRequest request, int limit) {
    return bytes(
        out -> {
          text(out, pattern);
          text(out, request.tableName());
          text(out, request.indexName());
          text(out, request.keyConditionExpression());
          text(out, request.filterExpression());
          text(out, request.projectionExpression());
          out.writeBoolean(!Boolean.FALSE.equals(request.scanIndexForward()));
          out.writeInt(limit);
          texts(out, request.expressionAttributeNames());
          given(out, request.expressionAttributeValues());
        });
  }

  /** The same of a scan; each of its segments is another one, too. */
  static byte[] binding(String pattern, ScanRequest request, int limit) {
    return bytes(
        out -> {
          text(out, "scan");
          text(out, pattern);
          text(out, request.tableName());
          text(out, request.indexName());
          text(out, request.filterExpression());
          text(out, request.projectionExpression());
          out.writeInt(request.totalSegments() == null ? ABSENT : request.segment());
          out.writeInt(request.totalSegments() == null ? ABSENT : request.totalSegments());
          out.writeInt(limit);
          texts(out, request.expressionAttributeNames());
          given(out, request.expressionAttributeValues());
        });
  }

  /** The time of the call is another one on each page. */
  private static void given(DataOutputStream out, Map<String, AttributeValue> values)
      throws IOException {
    Map<String, AttributeValue> bound = new HashMap<>(values);
    bound.keySet().removeIf(placeholder -> placeholder.startsWith(TIME_OF_CALL));
    values(out, bound);
  }

  static byte[] encode(Position position) {
    return bytes(
        out -> {
          out.writeInt(position.returned());
          values(out, position.startKey());
        });
  }

  /** Reads what {@link #encode} wrote, and nothing else: without a secret, anyone can write it. */
  static Position decode(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int returned = in.readInt();
    Map<String, AttributeValue> key = readKey(in);
    if (returned < 0 || key.isEmpty() || in.available() > 0) {
      throw new IOException("Not a position");
    }
    return new Position(key, returned);
  }

  static Map<String, AttributeValue> readKey(DataInputStream in) throws IOException {
    int size = in.readInt();
    Map<String, AttributeValue> key = new HashMap<>();
    for (int i = 0; i < size; i++) {
      String name = readText(in);
      key.put(name, readKeyValue(in));
    }
    if (size < 0 || key.size() != size) {
      throw new IOException("Not a key");
    }
    return key;
  }

  private static AttributeValue readKeyValue(DataInputStream in) throws IOException {
    AttributeValue.Type type = AttributeValue.Type.valueOf(readText(in));
    return switch (type) {
      case S -> AttributeValue.fromS(readText(in));
      case N -> AttributeValue.fromN(readText(in));
      case B -> AttributeValue.fromB(SdkBytes.fromByteArray(readBytes(in)));
      default -> throw new IOException("No key has the type " + type);
    };
  }

  private static void texts(DataOutputStream out, Map<String, String> texts) throws IOException {
    out.writeInt(texts.size());
    for (Map.Entry<String, String> entry : new TreeMap<>(texts).entrySet()) {
      text(out, entry.getKey());
      text(out, entry.getValue());
    }
  }

  static void values(DataOutputStream out, Map<String, AttributeValue> values) throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<String, AttributeValue> entry : new TreeMap<>(values).entrySet()) {
      text(out, entry.getKey());
      value(out, entry.getValue());
    }
  }

  private static void value(DataOutputStream out, AttributeValue value) throws IOException {
    text(out, value.type().name());
    switch (value.type()) {
      case S -> text(out, value.s());
      case N -> text(out, value.n());
      case B -> binary(out, value.b());
      case BOOL -> out.writeBoolean(value.bool());
      case NUL -> out.writeBoolean(value.nul());
      case M -> values(out, value.m());
      case L -> {
        out.writeInt(value.l().size());
        for (AttributeValue element : value.l()) {
          value(out, element);
        }
      }
      case SS -> {
        out.writeInt(value.ss().size());
        for (String element : value.ss()) {
          text(out, element);
        }
      }
      case NS -> {
        out.writeInt(value.ns().size());
        for (String element : value.ns()) {
          text(out, element);
        }
      }
      case BS -> {
        out.writeInt(value.bs().size());
        for (SdkBytes element : value.bs()) {
          binary(out, element);
        }
      }
      default -> throw new IllegalArgumentException("A value of an unknown type");
    }
  }

  static void text(DataOutputStream out, String text) throws IOException {
    if (text == null) {
      out.writeInt(ABSENT);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private static void binary(DataOutputStream out, SdkBytes value) throws IOException {
    byte[] bytes = value.asByteArrayUnsafe();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("Not a length: " + length);
    }
    return in.readNBytes(length);
  }

  /** Writes to memory, where nothing can fail. */
  static byte[] bytes(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  interface Writer {
    void write(DataOutputStream out) throws IOException;
  }
}
