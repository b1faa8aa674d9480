package dev.keyplan.emit.java;

import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.Emitter;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.Selection;
import dev.keyplan.model.StreamView;
import dev.keyplan.model.Table;
import dev.keyplan.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Generates the Java classes of a design, and the support classes that they share. */
public final class JavaEmitter implements Emitter {
  @Override
  public String name() {
    return "java";
  }

  @Override
  public List<OutputFile> emit(EmitInput input) {
    JavaContext context = new JavaContext(input);
    JavaSource source = new JavaSource(input.options().annotateGenerated(), context.nulls());
    List<OutputFile> files = new ArrayList<>();
    for (Namespace namespace : input.model().namespaces()) {
      List<ClassSpec> specs = specs(context, namespace);
      specs.forEach(spec -> files.add(source.file(spec)));
      if (!specs.isEmpty()) {
        JavadocText text =
            JavadocText.of(namespace.documentation(), "Items of DynamoDB and their access.");
        files.add(source.packageInfo(namespace.name(), text));
      }
    }
    List<String> sources = files.stream().map(OutputFile::content).toList();
    files.addAll(
        new SupportFiles(input.options().supportPackage(), context.nulls()).usedBy(sources));
    return List.copyOf(files);
  }

  /** All classes of a namespace: of its tables, enums, structs, entities and collections. */
  private static List<ClassSpec> specs(JavaContext context, Namespace namespace) {
    List<ClassSpec> specs = new ArrayList<>();
    for (Table table : namespace.tables()) {
      specs.add(new TableSpec(context, table));
      table.settings().stream().ifPresent(view -> specs.addAll(stream(context, table, view)));
    }
    namespace.enums().forEach(definition -> specs.add(new EnumSpec(context, definition)));
    namespace
        .structs()
        .forEach(
            struct -> {
              specs.add(new StructSpec(context, struct));
              specs.add(new StructCodecSpec(context, struct));
              if (context.isUpdatedInside(struct)) {
                specs.add(new StructUpdateSpec(context, struct));
              }
            });
    namespace.entities().forEach(entity -> specs.addAll(specs(context, entity)));
    for (ItemCollectionType collection : context.collections()) {
      if (collection.type().packageName().equals(namespace.name())) {
        specs.add(new CollectionSpec(collection));
        specs.add(new CollectionCodecSpec(context, collection));
      }
    }
    return specs;
  }

  private static List<ClassSpec> specs(JavaContext context, Entity entity) {
    List<ClassSpec> specs = new ArrayList<>();
    specs.add(new EntitySpec(context, entity));
    specs.add(new CodecSpec(context, entity));
    specs.add(new RequestsSpec(context, entity));
    context.styles().forEach(style -> specs.add(new RepositorySpec(context, entity, style)));
    specs.add(new ConditionFailedSpec(context, entity));
    if (UpdateSpec.isNeeded(entity)) {
      specs.add(UpdateSpec.of(context, entity));
    }
    for (Plan plan : context.plans(entity)) {
      if (plan instanceof Plan.TransactionGet get) {
        specs.add(new TransactionGetSpec(get));
      }
    }
    for (Selection selection : context.selections(entity)) {
      specs.add(new SelectionSpec(context, entity, selection));
      specs.add(new SelectionCodecSpec(context, entity, selection));
    }
    return specs;
  }

  /** What tells of the items of a table, if it has any. */
  private static List<ClassSpec> stream(JavaContext context, Table table, StreamView view) {
    if (context.entities(table).isEmpty()) {
      return List.of();
    }
    ClassSpec stream = new StreamSpec(context, table, view);
    return StreamCodecSpec.isNeeded(table, view)
        ? List.of(stream, new StreamCodecSpec(context, table, view))
        : List.of(stream);
  }
}
