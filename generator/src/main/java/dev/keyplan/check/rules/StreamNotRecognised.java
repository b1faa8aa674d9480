package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.StreamView;
import dev.keyplan.model.Table;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an item in a stream is shows in its image, if each record has one and the table has a type
 * attribute. Else it shows in the texts of its key: one key attribute, at least, never has the same
 * text in two entities of the table.
 */
public final class StreamNotRecognised implements ModelRule {
  public static final String ID = "STREAM_NOT_RECOGNISED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    Map<DefinitionName, List<Entity>> entities = model.entitiesByTable();
    for (Namespace namespace : model.namespaces()) {
      for (Table table : namespace.tables()) {
        table.settings().stream()
            .filter(view -> !table.isShownByImages(view))
            .flatMap(
                view ->
                    AlikeEntities.among(entities.getOrDefault(table.name(), List.of()))
                        .map(alike -> diagnostic(table, view, alike)))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Diagnostic diagnostic(Table table, StreamView view, AlikeEntities alike) {
    String label =
        view.hasAllImages()
            ? "the table has no type attribute"
            : "a record of `stream " + view.word() + "` may be without an image";
    List<String> lines = new ArrayList<>();
    if (table.typeAttribute().isEmpty()) {
      lines.add("`type kind`");
    }
    if (!view.hasAllImages()) {
      lines.add("`stream " + StreamView.NEW_AND_OLD_IMAGES.word() + "`");
    }
    return Diagnostic.error(
            ID,
            table.span(),
            "nothing shows whether a record of the stream is of %s or %s"
                .formatted(quoted(alike.one()), quoted(alike.other())))
        .withLabel(label)
        .withRelated(alike.one().span(), "its key has no text that the other never has")
        .withRelated(alike.other().span(), "the other")
        .withHint("say in the table " + String.join(" and ", lines));
  }

  private static String quoted(Entity entity) {
    String name = entity.name().name();
    return JavaNames.article(name) + " `" + name + "`";
  }
}
