package dev.keyplan.emit.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.Emitter;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.json.JsonText;
import dev.keyplan.model.Table;
import java.util.List;
import java.util.Optional;

/**
 * For each table whose items expire {@code update-time-to-live/<table>.json}, for {@code aws
 * dynamodb update-time-to-live --cli-input-json file://…}: CreateTable does not take it.
 */
public final class UpdateTimeToLiveEmitter implements Emitter {
  @Override
  public String name() {
    return "update-time-to-live";
  }

  @Override
  public List<OutputFile> emit(EmitInput input) {
    return input.model().tables().stream().flatMap(table -> file(table).stream()).toList();
  }

  private static Optional<OutputFile> file(Table table) {
    return table
        .settings()
        .timeToLive()
        .map(
            timeToLive -> {
              ObjectNode request = JsonNodeFactory.instance.objectNode();
              request.put("TableName", table.tableName());
              request
                  .putObject("TimeToLiveSpecification")
                  .put("Enabled", true)
                  .put("AttributeName", timeToLive.attribute());
              return new OutputFile(
                  OutputFile.Kind.RESOURCE,
                  "update-time-to-live/" + table.tableName() + ".json",
                  JsonText.of(request));
            });
  }
}
