package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.VALUE_INVALID;
import static dev.keyplan.resolve.ResolutionError.WORD_UNKNOWN;

import dev.keyplan.model.Encryption;
import dev.keyplan.model.StreamView;
import dev.keyplan.model.TableClass;
import dev.keyplan.model.TableSettings;
import dev.keyplan.model.Tag;
import dev.keyplan.model.TimeToLive;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Literal;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.TableDeclaration.Setting;
import dev.keyplan.syntax.TextLiteral;
import dev.keyplan.syntax.WordLiteral;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Resolves the lines of a table that are a word and a value, and its tags. */
final class SettingsResolver {
  /** Where the entity of an item is stored unless the table says otherwise. */
  private static final String TYPE_ATTRIBUTE = "_type";

  private static final List<String> LINES =
      List.of(
          "ttl",
          "stream",
          "recovery",
          "protection",
          "names",
          "copies",
          "class",
          "encryption",
          "type",
          "key",
          "index",
          "billing",
          "tags");

  /** The id of a key in KMS, its alias, or the ARN of either. */
  private static final Pattern KMS_KEY =
      Pattern.compile(
          "(arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key/[a-zA-Z0-9-]+|alias/[a-zA-Z0-9/_-]+)"
              + "|alias/[a-zA-Z0-9/_-]{1,250}"
              + "|mrk-[0-9a-f]{32}"
              + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Reporter reporter;
  private Optional<String> typeAttribute = Optional.of(TYPE_ATTRIBUTE);
  private Naming naming = Naming.AS_DECLARED;
  private Optional<TimeToLive> timeToLive = Optional.empty();
  private Optional<StreamView> stream = Optional.empty();
  private TableClass tableClass = TableClass.STANDARD;
  private Encryption encryption = new Encryption.AwsOwned();
  private boolean isProtected;
  private boolean isRecoverable;
  private boolean hasCopies = true;

  SettingsResolver(Reporter reporter) {
    this.reporter = reporter;
  }

  /**
   * What the lines say.
   *
   * @param naming what attributes are called
   * @param hasCopies whether values in key texts are stored as attributes, too
   */
  record Settings(
      TableSettings table, Optional<String> typeAttribute, Naming naming, boolean hasCopies) {}

  Settings resolve(List<Setting> settings, List<TableDeclaration.Tags> tags) {
    settings.forEach(this::resolve);
    TableSettings table =
        new TableSettings(
            timeToLive,
            stream,
            tableClass,
            encryption,
            isProtected,
            isRecoverable,
            tags.stream().findFirst().map(this::tags).orElse(List.of()));
    return new Settings(table, typeAttribute, naming, hasCopies);
  }

  private void resolve(Setting setting) {
    Name line = setting.name();
    switch (line.text()) {
      case "type" -> typeAttribute = typeAttribute(setting);
      case "names" ->
          word(setting, List.of("snake_case")).ifPresent(word -> naming = Naming.SNAKE_CASE);
      case "ttl" ->
          attribute(setting, "ttl expiresAt")
              .ifPresent(a -> timeToLive = Optional.of(new TimeToLive(a, setting.value().span())));
      case "stream" -> stream = constant(setting, StreamView.values(), StreamView::word);
      case "class" ->
          constant(setting, TableClass.values(), TableClass::word).ifPresent(c -> tableClass = c);
      case "encryption" -> encryption = encryption(setting);
      case "protection" -> isProtected = word(setting, List.of("deletion")).isPresent();
      case "recovery" -> isRecoverable = word(setting, List.of("point_in_time")).isPresent();
      case "copies" -> hasCopies = word(setting, List.of("none")).isEmpty();
      default ->
          reporter.report(
              Suggestions.add(
                  WORD_UNKNOWN.at(line.span(), "a table has no line `%s`".formatted(line.text())),
                  line.text(),
                  LINES));
    }
  }

  private Optional<String> typeAttribute(Setting setting) {
    if (setting.value() instanceof WordLiteral word && word.name().text().equals("none")) {
      return Optional.empty();
    }
    return attribute(setting, "type EntityType").or(() -> Optional.of(TYPE_ATTRIBUTE));
  }

  /** A physical name, quoted or not. */
  private Optional<String> attribute(Setting setting, String example) {
    Literal value = setting.value();
    if (value instanceof TextLiteral text) {
      return Optional.of(text.value());
    }
    if (value instanceof WordLiteral word && word.name().parts().size() == 1) {
      return Optional.of(word.name().text());
    }
    reporter.report(
        VALUE_INVALID
            .at(value.span(), "`%s` names an attribute".formatted(setting.name().text()))
            .withHint("`" + example + "`"));
    return Optional.empty();
  }

  private Encryption encryption(Setting setting) {
    if (!(setting.value() instanceof TextLiteral key)) {
      return word(setting, List.of("aws_owned", "aws_managed"))
          .filter("aws_managed"::equals)
          .<Encryption>map(word -> new Encryption.AwsManaged())
          .orElse(new Encryption.AwsOwned());
    }
    if (key.value().endsWith("alias/aws/dynamodb")) {
      reporter.report(
          VALUE_INVALID
              .at(key.span(), "`alias/aws/dynamodb` is not a key of your own")
              .withHint("`encryption aws_managed`"));
    } else if (!KMS_KEY.matcher(key.value()).matches()) {
      reporter.report(
          VALUE_INVALID
              .at(key.span(), "this names no key of KMS")
              .withLabel("the id of a key, its alias, or the ARN of either")
              .withHint("`encryption \"alias/orders\"`"));
    }
    return new Encryption.CustomerManaged(key.value());
  }

  private <T> Optional<T> constant(Setting setting, T[] constants, Function<T, String> word) {
    return word(setting, Arrays.stream(constants).map(word).toList())
        .flatMap(w -> Arrays.stream(constants).filter(c -> word.apply(c).equals(w)).findFirst());
  }

  /** One of a few words. */
  private Optional<String> word(Setting setting, List<String> words) {
    Literal value = setting.value();
    String line = setting.name().text();
    String text = value instanceof WordLiteral word ? word.name().text() : value.span().text();
    if (value instanceof WordLiteral && words.contains(text)) {
      return Optional.of(text);
    }
    String choices =
        String.join(" or ", words.stream().map(w -> "`" + line + " " + w + "`").toList());
    String hint = line.equals("encryption") ? choices + ", or a key in quotes" : choices;
    reporter.report(
        value instanceof WordLiteral
            ? Suggestions.add(
                WORD_UNKNOWN
                    .at(value.span(), "there is no `%s %s`".formatted(line, text))
                    .withHint(hint),
                text,
                words)
            : VALUE_INVALID
                .at(value.span(), "a word belongs behind `%s`".formatted(line))
                .withHint(hint));
    return Optional.empty();
  }

  private List<Tag> tags(TableDeclaration.Tags line) {
    List<Tag> tags = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    for (TableDeclaration.Tag tag : line.tags()) {
      Span first = seen.putIfAbsent(tag.key().value(), tag.key().span());
      if (first == null) {
        tags.add(new Tag(tag.key().value(), tag.value().value(), tag.span()));
      } else {
        reporter.report(
            Lines.repeated(tag.key().span(), first, "the tag `" + tag.key().value() + "`"));
      }
    }
    return tags;
  }
}
