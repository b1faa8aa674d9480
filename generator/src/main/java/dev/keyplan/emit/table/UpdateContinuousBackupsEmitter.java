package dev.keyplan.emit.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.Emitter;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.json.JsonText;
import dev.keyplan.model.Table;
import java.util.List;

/**
 * For each table with point-in-time recovery {@code update-continuous-backups/<table>.json}, for
 * {@code aws dynamodb update-continuous-backups --cli-input-json file://…}: CreateTable does not
 * take it.
 */
public final class UpdateContinuousBackupsEmitter implements Emitter {
  @Override
  public String name() {
    return "update-continuous-backups";
  }

  @Override
  public List<OutputFile> emit(EmitInput input) {
    return input.model().tables().stream()
        .filter(table -> table.settings().isRecoverable())
        .map(UpdateContinuousBackupsEmitter::file)
        .toList();
  }

  private static OutputFile file(Table table) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("TableName", table.tableName());
    request.putObject("PointInTimeRecoverySpecification").put("PointInTimeRecoveryEnabled", true);
    return new OutputFile(
        OutputFile.Kind.RESOURCE,
        "update-continuous-backups/" + table.tableName() + ".json",
        JsonText.of(request));
  }
}
