package dev.keyplan.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads one YAML file into a tree. Only what is needed to write data down is taken: anchors and
 * aliases, tags, merge keys and further documents are errors, as are names that stand twice in a
 * mapping. So a file means what it shows, and its tree is never larger than its text.
 */
final class YamlReader {
  /** In UTF-16 units; sample data beyond this would make documents nobody can open. */
  static final int LONGEST = 3_000_000;

  /** DynamoDB's items end at 32 levels. */
  static final int DEEPEST = 40;

  private final SourceFile file;
  private final YAMLParser parser;
  private final CodePoints codePoints;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<String> features = new HashSet<>();

  private YamlReader(SourceFile file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
    this.codePoints = new CodePoints(file.text());
  }

  /** The tree, unless the file is empty or anything is wrong with it. */
  static Optional<YamlNode> read(SourceFile file, List<Diagnostic> diagnostics) {
    if (file.text().length() > LONGEST) {
      diagnostics.add(
          DataError.DATA_TOO_LARGE.at(
              file.span(0, 0),
              "a data file may have %d characters, this one has %d"
                  .formatted(LONGEST, file.text().length())));
      return Optional.empty();
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    YAMLFactory factory = YAMLFactory.builder().loaderOptions(options).build();
    try (YAMLParser parser = factory.createParser(file.text())) {
      YamlReader reader = new YamlReader(file, parser);
      Optional<YamlNode> tree = reader.document();
      diagnostics.addAll(reader.diagnostics);
      return reader.diagnostics.isEmpty() ? tree : Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("A text in memory can always be read", e);
    }
  }

  private Optional<YamlNode> document() throws IOException {
    try {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      YamlNode root = node(0);
      if (parser.nextToken() != null) {
        diagnostics.add(
            DataError.DATA_YAML_FEATURE
                .at(tokenSpan(), "a data file holds one document")
                .withLabel("another one begins here")
                .withHint("remove the `---` above, or move what follows to a file of its own"));
      }
      return Optional.of(root);
    } catch (JsonProcessingException e) {
      // What was found before explains more than what it led to.
      if (diagnostics.isEmpty()) {
        diagnostics.add(new YamlProblem(file, codePoints).diagnostic(e, tokenSpan()));
      }
      return Optional.empty();
    }
  }

  /** The node that the current token begins; leaves the parser at its last token. */
  private YamlNode node(int depth) throws IOException {
    Span start = tokenSpan();
    demandPlainNode(start);
    JsonToken token = parser.currentToken();
    if (depth == DEEPEST && token.isStructStart()) {
      diagnostics.add(
          DataError.DATA_TOO_LARGE.at(start, "sample data is nested deeper than any item can be"));
      parser.skipChildren();
      return new YamlNode.Sequence(List.of(), start);
    }
    if (token == JsonToken.START_ARRAY) {
      return sequence(start, depth);
    }
    if (token == JsonToken.START_OBJECT) {
      return mapping(start, depth);
    }
    String text = parser.getText();
    demandWholeCharacters(text, start);
    return new YamlNode.Scalar(text, !"'\"|>".contains(firstCharacter(start)), start);
  }

  private YamlNode sequence(Span start, int depth) throws IOException {
    List<YamlNode> elements = new ArrayList<>();
    Span last = start;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      YamlNode element = node(depth + 1);
      elements.add(element);
      last = element.span();
    }
    return new YamlNode.Sequence(elements, start.to(end(last)));
  }

  private YamlNode mapping(Span start, int depth) throws IOException {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Map<String, Span> names = new HashMap<>();
    Span last = start;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Span nameSpan = tokenSpan();
      demandPlainName(name, nameSpan);
      parser.nextToken();
      YamlNode value = node(depth + 1);
      Span other = names.putIfAbsent(name, nameSpan);
      if (other == null) {
        entries.add(new YamlNode.Entry(name, nameSpan, value));
      } else {
        diagnostics.add(
            DataError.DATA_NAME_DUPLICATE
                .at(nameSpan, "%s stands here twice".formatted(Quoted.name(name)))
                .withRelated(other, "the first one"));
      }
      last = value.span();
    }
    return new YamlNode.Mapping(entries, start.to(end(last)));
  }

  /** The closing bracket, where there is one; otherwise the last thing inside. */
  private Span end(Span last) {
    Span end = tokenSpan();
    return end.start() < end.end() ? end : last;
  }

  private void demandPlainName(String name, Span span) {
    demandWholeCharacters(name, span);
    if (name.equals("<<")) {
      diagnostics.add(
          DataError.DATA_YAML_FEATURE
              .at(span, "sample data has no merge keys")
              .withHint("write the attributes out"));
    } else if ("&!*".contains(firstCharacter(span))) {
      demandPlainNode(span);
    }
  }

  /** Reports each feature once: whoever uses it, uses it often. */
  private void demandPlainNode(Span start) {
    String what =
        switch (firstCharacter(start)) {
          case "&" -> "anchors (`&`)";
          case "*" -> "aliases (`*`)";
          case "!" -> "tags (`!`)";
          default -> "";
        };
    if (!what.isEmpty() && features.add(what)) {
      diagnostics.add(
          DataError.DATA_YAML_FEATURE
              .at(firstWord(start), "sample data has no " + what)
              .withHint("write the value out; put a text that begins so in quotes"));
    }
  }

  private Span firstWord(Span span) {
    int end = span.start();
    while (end < span.end() && !Character.isWhitespace(file.text().charAt(end))) {
      end++;
    }
    return file.span(span.start(), end);
  }

  /** Half of a surrogate pair, which only an escape can write, cannot be stored. */
  private void demandWholeCharacters(String text, Span span) {
    boolean hasHalf =
        text.codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (hasHalf) {
      diagnostics.add(
          DataError.DATA_VALUE_INVALID
              .at(span, "the text holds one half of a surrogate pair")
              .withHint("write the character itself, or its code as `\\U0001F642`"));
    }
  }

  private String firstCharacter(Span span) {
    String text = file.text();
    return span.start() < text.length() ? text.substring(span.start(), span.start() + 1) : "\0";
  }

  private Span tokenSpan() {
    int start = codePoints.offset(parser.currentTokenLocation().getCharOffset());
    int end = codePoints.offset(parser.currentLocation().getCharOffset());
    return file.span(start, Math.max(start, end));
  }
}
