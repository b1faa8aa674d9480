package dev.keyplan.emit.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.Emitter;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.json.JsonText;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code workbench/<model>.json}: the whole design as one model, with its sample data. */
public final class WorkbenchEmitter implements Emitter {
  /**
   * Stands for every date of the format. A date of our own making would change the file with every
   * build; this one says that there is none.
   */
  static final String DATE = "Jan 01, 2000, 12:00 AM";

  private static final String FORMAT_VERSION = "3.0";
  private static final String PROJECT = "drafts";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String name() {
    return "workbench";
  }

  @Override
  public List<OutputFile> emit(EmitInput input) {
    Model model = input.model();
    if (model.tables().isEmpty()) {
      return List.of();
    }
    List<WorkbenchTable> tables =
        model.tables().stream().map(table -> new WorkbenchTable(table, input)).toList();
    String name = modelName(model);
    ObjectNode root = JSON.objectNode();
    root.put("ModelName", name);
    root.set("ModelMetadata", metadata(description(model, tables)));
    ArrayNode dataModel = root.putArray("DataModel");
    tables.forEach(table -> dataModel.add(table.json()));
    root.set("AccessPatterns", AccessPatterns.json(input));
    return List.of(
        new OutputFile(OutputFile.Kind.RESOURCE, "workbench/" + name + ".json", JsonText.of(root)));
  }

  private static ObjectNode metadata(String description) {
    return JSON.objectNode()
        .put("Author", "")
        .put("DateCreated", DATE)
        .put("DateLastModified", DATE)
        .put("Description", description)
        .put("AWSService", "Amazon DynamoDB")
        .put("Version", FORMAT_VERSION)
        .put("Project", PROJECT);
  }

  /** The last segment that the names of all namespaces begin with; {@code model} if none. */
  private static String modelName(Model model) {
    List<String> common = List.of(model.namespaces().get(0).name().split("\\."));
    for (Namespace namespace : model.namespaces()) {
      List<String> segments = List.of(namespace.name().split("\\."));
      int same = 0;
      while (same < Math.min(common.size(), segments.size())
          && common.get(same).equals(segments.get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    return common.isEmpty() ? "model" : common.get(common.size() - 1);
  }

  /** What the model's own comments say, and then what is left out. */
  private static String description(Model model, List<WorkbenchTable> tables) {
    List<String> paragraphs = new ArrayList<>();
    model.namespaces().forEach(namespace -> namespace.documentation().ifPresent(paragraphs::add));
    List<String> declarations = new ArrayList<>();
    model
        .tables()
        .forEach(table -> describe(declarations, table.tableName(), table.documentation()));
    for (Entity entity : model.entities()) {
      describe(declarations, entity.name().name(), entity.documentation());
    }
    tables.forEach(table -> declarations.addAll(table.limitations()));
    if (!declarations.isEmpty()) {
      paragraphs.add(String.join("\n", declarations));
    }
    return paragraphs.stream().collect(Collectors.joining("\n\n"));
  }

  private static void describe(List<String> lines, String name, Optional<String> documentation) {
    documentation.ifPresent(text -> lines.add(name + ": " + text));
  }
}
