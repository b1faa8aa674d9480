package dev.keyplan.emit.items;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyplan.data.SampleItem;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.Emitter;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.json.ItemJson;
import dev.keyplan.emit.json.JsonText;
import dev.keyplan.model.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * For each table with sample items {@code items/<table>-01.json} and so on: what {@code aws
 * dynamodb batch-write-item --request-items file://…} accepts as it is, at most 25 items each.
 */
public final class BatchWriteEmitter implements Emitter {
  /** The most that BatchWriteItem takes. */
  private static final int BATCH = 25;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String name() {
    return "items";
  }

  @Override
  public List<OutputFile> emit(EmitInput input) {
    List<OutputFile> files = new ArrayList<>();
    for (Table table : input.model().tables()) {
      List<SampleItem> items =
          input.samples().items().stream()
              .filter(item -> item.entity().table().name().equals(table.name()))
              .toList();
      for (int start = 0; start < items.size(); start += BATCH) {
        List<SampleItem> batch = items.subList(start, Math.min(start + BATCH, items.size()));
        files.add(file(table, start / BATCH + 1, batch));
      }
    }
    return files;
  }

  private static OutputFile file(Table table, int number, List<SampleItem> batch) {
    ObjectNode requests = JSON.objectNode();
    ArrayNode puts = requests.putArray(table.tableName());
    for (SampleItem item : batch) {
      puts.addObject().putObject("PutRequest").set("Item", ItemJson.of(item.item()));
    }
    String digits = (number < 10 ? "0" : "") + number;
    return new OutputFile(
        OutputFile.Kind.RESOURCE,
        "items/" + table.tableName() + "-" + digits + ".json",
        JsonText.of(requests));
  }
}
