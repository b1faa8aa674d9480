package dev.keyplan.diagnostic;

import dev.keyplan.source.Position;
import dev.keyplan.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One JSON document for tools: all diagnostics with their places and fixes. Lines and columns count
 * from 1, columns in code points, and an end is the place behind the last character.
 */
public final class JsonRenderer implements Renderer {
  @Override
  public String render(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("errors", errors);
    document.put("warnings", diagnostics.size() - errors);
    document.put("diagnostics", diagnostics.stream().map(JsonRenderer::diagnostic).toList());
    return JsonText.of(document) + "\n";
  }

  private static Map<String, Object> diagnostic(Diagnostic diagnostic) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", diagnostic.id());
    members.put("severity", diagnostic.severity().label());
    members.put("message", diagnostic.message());
    members.putAll(label(diagnostic.primary()));
    if (!diagnostic.related().isEmpty()) {
      members.put("related", diagnostic.related().stream().map(JsonRenderer::label).toList());
    }
    diagnostic.hint().ifPresent(hint -> members.put("hint", hint));
    diagnostic.fix().ifPresent(fix -> members.put("fix", fix(fix)));
    return members;
  }

  private static Map<String, Object> label(Label label) {
    Map<String, Object> members = place(label.span());
    if (!label.text().isEmpty()) {
      members.put("label", label.text());
    }
    return members;
  }

  private static Map<String, Object> fix(Fix fix) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", fix.title());
    members.put("edits", fix.edits().stream().map(JsonRenderer::edit).toList());
    return members;
  }

  private static Map<String, Object> edit(Fix.Edit edit) {
    Map<String, Object> members = place(edit.span());
    members.put("replacement", edit.replacement());
    return members;
  }

  private static Map<String, Object> place(Span span) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", span.file().path());
    members.put("start", position(span.startPosition()));
    members.put("end", position(span.endPosition()));
    return members;
  }

  private static Map<String, Object> position(Position position) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("line", position.line());
    members.put("column", position.column());
    return members;
  }
}
