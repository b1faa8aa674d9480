package dev.keyplan.support;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Where several queries go on.
 *
 * @param bucket the number of the bucket
 * @param lanes where each of its shards goes on
 * @param returned how many results there were up to it
 */
record MergedPosition(int bucket, List<Lane> lanes, int returned) {
  MergedPosition {
    lanes = List.copyOf(lanes);
  }

  /**
   * Where one shard goes on.
   *
   * @param startKey the last key that was returned; empty if none was
   * @param isDone whether there is nothing more
   */
  record Lane(Map<String, AttributeValue> startKey, boolean isDone) {
    static final Lane START = new Lane(Map.of(), false);
  }

  static MergedPosition start(int shards) {
    return new MergedPosition(0, Collections.nCopies(shards, Lane.START), 0);
  }

  /** What makes queries other ones: they differ between the first and the last. */
  static byte[] binding(String pattern, List<QueryRequest> requests, int shards, int limit) {
    byte[] first = CursorEncoding.binding(pattern, requests.get(0), limit);
    byte[] last = CursorEncoding.binding(pattern, requests.get(requests.size() - 1), limit);
    return CursorEncoding.bytes(
        out -> {
          CursorEncoding.text(out, "queries");
          out.writeInt(requests.size());
          out.writeInt(shards);
          out.writeInt(first.length);
          out.write(first);
          out.write(last);
        });
  }

  byte[] encode() {
    return CursorEncoding.bytes(
        out -> {
          out.writeInt(returned);
          out.writeInt(bucket);
          for (Lane lane : lanes) {
            out.writeBoolean(lane.isDone());
            CursorEncoding.values(out, lane.startKey());
          }
        });
  }

  /** Reads what {@link #encode} wrote, and nothing else: without a secret, anyone can write it. */
  static MergedPosition decode(byte[] bytes, int buckets, int shards) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int returned = in.readInt();
    int bucket = in.readInt();
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      boolean isDone = in.readBoolean();
      lanes.add(new Lane(CursorEncoding.readKey(in), isDone));
    }
    if (returned < 0 || bucket < 0 || bucket >= buckets || in.available() > 0) {
      throw new IOException("Not a position");
    }
    return new MergedPosition(bucket, lanes, returned);
  }
}
