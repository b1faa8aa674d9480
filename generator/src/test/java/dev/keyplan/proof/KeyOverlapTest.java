package dev.keyplan.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.HoleFunction.Bucket;
import dev.keyplan.model.HoleFunction.Descending;
import dev.keyplan.model.HoleFunction.Shard;
import dev.keyplan.model.HoleFunction.Unit;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.Precision;
import dev.keyplan.proof.KeyOverlap.Answer;
import dev.keyplan.proof.KeyOverlap.Verdict;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import dev.keyplan.support.text.TextPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The proof against all values that short texts over a small alphabet can have. */
class KeyOverlapTest {
  private static final Span NOWHERE = new SourceFile("nowhere", "").span(0, 0);
  private static final List<String> ALPHABET = List.of("a", "b", "#");
  private static final List<String> LITERALS = List.of("a", "b", "#", "a#", "#b");
  private static final int PAIRS = 5_000;

  @Test
  void agreesWithTryingAllValues() {
    Random random = new Random(20_261_123);
    int equal = 0;
    int unknown = 0;
    for (int i = 0; i < PAIRS; i++) {
      EntityKey left = key(random);
      EntityKey right = key(random);
      Answer answer = KeyOverlap.of(left, right);
      boolean isFound = overlapByTrying(left, right);
      String pair = text(left) + " and " + text(right);
      switch (answer.verdict()) {
        case DISJOINT -> assertThat(isFound).as(pair).isFalse();
        case EQUAL -> {
          equal++;
          assertThat(rendered(left, answer.left()))
              .as(pair)
              .contains(List.copyOf(answer.key().values()));
          assertThat(rendered(right, answer.right()))
              .as(pair)
              .contains(List.copyOf(answer.key().values()));
        }
        case UNKNOWN -> unknown++;
      }
    }
    assertThat(equal).isGreaterThan(PAIRS / 100);
    // Most of these keys have an attribute twice, which real ones seldom have.
    assertThat(unknown).isLessThan(PAIRS / 20);
  }

  @Test
  void findsATextThatPlaysTheDelimiter() {
    Attribute name = attribute("name", new AttributeType.StringType(0, OptionalInt.empty()));
    EntityKey user = single("USER#", name, "");
    EntityKey order = single("USER#", name, "#ORDER");

    Answer answer = KeyOverlap.of(user, order);

    assertThat(answer.verdict()).isEqualTo(Verdict.EQUAL);
    assertThat(answer.left()).containsEntry("name", "x#ORDER");
    assertThat(answer.right()).containsEntry("name", "x");
    assertThat(answer.key()).containsEntry("pk", "USER#x#ORDER");
  }

  @Test
  void knowsWhatTypesCanBe() {
    Attribute id = attribute("id", new AttributeType.UuidType());
    Attribute number = attribute("n", new AttributeType.IntegerType(false, true, 1, 12));
    Attribute time = attribute("at", new AttributeType.TimestampType(Precision.MILLISECONDS));
    Attribute three = attribute("code", new AttributeType.StringType(3, OptionalInt.of(3)));

    assertThat(verdict(single("A#", id, ""), single("A#", time, ""))).isEqualTo(Verdict.DISJOINT);
    assertThat(verdict(single("A#", id, ""), single("A#PROFILE", List.of())))
        .isEqualTo(Verdict.DISJOINT);
    assertThat(verdict(single("A#", number, ""), single("A#13", List.of())))
        .isEqualTo(Verdict.DISJOINT);
    assertThat(verdict(single("A#", number, ""), single("A#00", List.of())))
        .isEqualTo(Verdict.DISJOINT);
    assertThat(verdict(single("A#", number, ""), single("A#07", List.of())))
        .isEqualTo(Verdict.EQUAL);
    // Its length is checked when an item is made, but not when one is deleted.
    assertThat(verdict(single("A#", three, ""), single("A#ab", List.of())))
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(single("A#", three, ""), single("A#abc", List.of())))
        .isEqualTo(Verdict.EQUAL);
  }

  @Test
  void knowsWhatFunctionsMake() {
    Attribute number = attribute("n", new AttributeType.IntegerType(false, true, 1, 12));
    Attribute signed = attribute("n", new AttributeType.IntegerType(false, true, -5, 99));
    Attribute id = attribute("id", new AttributeType.UuidType());
    Attribute time = attribute("at", new AttributeType.TimestampType(Precision.SECONDS));

    EntityKey month = function("A#", time, new Bucket(Unit.MONTH));
    assertThat(verdict(month, single("A#2026-13", List.of()))).isEqualTo(Verdict.DISJOINT);
    assertThat(verdict(month, single("A#2026-11-01", List.of()))).isEqualTo(Verdict.DISJOINT);
    assertThat(verdict(month, single("A#2026-11", List.of()))).isEqualTo(Verdict.EQUAL);
    EntityKey shard = function("A#", id, new Shard(16));
    assertThat(verdict(shard, single("A#16", List.of()))).isEqualTo(Verdict.DISJOINT);
    assertThat(verdict(shard, single("A#5", List.of()))).isEqualTo(Verdict.DISJOINT);
    assertThat(verdict(shard, single("A#05", List.of()))).isEqualTo(Verdict.EQUAL);
    EntityKey backwards = function("A#", number, new Descending());
    assertThat(verdict(backwards, single("A#12", List.of()))).isEqualTo(Verdict.DISJOINT);
    assertThat(KeyOverlap.of(backwards, single("A#95", List.of())).left()).containsEntry("n", "4");
    assertThat(KeyOverlap.of(single("A#", signed, ""), single("A#095", List.of())).left())
        .containsEntry("n", "-5");
    assertThat(verdict(single("A#", signed, ""), single("A#094", List.of())))
        .isEqualTo(Verdict.DISJOINT);
  }

  @Test
  void knowsTextsThatAreEscaped() {
    Attribute name = attribute("name", new AttributeType.StringType(0, OptionalInt.empty()));
    Attribute id = attribute("id", new AttributeType.UuidType());
    KeyTemplate.Hole escaped =
        new KeyTemplate.Hole(
            name, Optional.of(new HoleFunction.Escaped()), Optional.empty(), false, NOWHERE);
    KeyTemplate.Hole last = new KeyTemplate.Hole(id, Optional.empty(), NOWHERE);
    EntityKey key = single("A#", List.of(escaped, last));

    assertThat(verdict(key, single("A#", id, ""))).isEqualTo(Verdict.DISJOINT);
    assertThat(verdict(key, single("A#x", List.of()))).isEqualTo(Verdict.DISJOINT);
    Answer answer = KeyOverlap.of(key, single("A#", name, ""));
    assertThat(answer.verdict()).isEqualTo(Verdict.EQUAL);
    assertThat("A#" + HoleFunction.Escaped.of(answer.left().get("name")) + answer.left().get("id"))
        .isEqualTo(answer.key().get("pk"));
  }

  @Test
  void findsABucketAndAShardThatBelongToTheirValue() {
    Attribute time = attribute("at", new AttributeType.TimestampType(Precision.SECONDS));
    Attribute other = attribute("seen", time.type());
    EntityKey divided =
        new EntityKey(
            function("A#", time, new Bucket(Unit.MONTH)).partition(), sort(single("B#", time, "")));
    EntityKey fixed =
        new EntityKey(single("A#2026-11", List.of()).partition(), sort(single("B#", other, "")));

    Answer answer = KeyOverlap.of(divided, fixed);

    // The first common month is not that of the first common time: no proof, but no wrong one.
    assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
    Attribute name = attribute("name", new AttributeType.StringType(1, OptionalInt.of(5)));
    EntityKey spread =
        new EntityKey(function("A#", name, new Shard(7)).partition(), sort(single("B#", name, "")));
    Answer same = KeyOverlap.of(spread, spread);
    assertThat(same.verdict()).isEqualTo(Verdict.EQUAL);
    assertThat(same.key().get("pk")).isEqualTo("A#" + new Shard(7).of(same.left().get("name")));
  }

  private static List<EntityKey.Part> sort(EntityKey key) {
    EntityKey.Part part = key.partition().get(0);
    KeyAttribute sk = new KeyAttribute("sk", KeyType.STRING, NOWHERE);
    return List.of(new EntityKey.Part(sk, part.filling(), NOWHERE));
  }

  private static EntityKey function(String before, Attribute attribute, HoleFunction function) {
    KeyTemplate.Hole hole =
        new KeyTemplate.Hole(attribute, Optional.of(function), Optional.empty(), true, NOWHERE);
    return single(before, List.of(hole));
  }

  private static Verdict verdict(EntityKey left, EntityKey right) {
    return KeyOverlap.of(left, right).verdict();
  }

  private static EntityKey single(String before, Attribute attribute, String after) {
    List<KeyTemplate.Part> parts = new ArrayList<>();
    parts.add(new KeyTemplate.Text(before));
    Optional<Integer> delimiter =
        after.isEmpty() ? Optional.empty() : Optional.of(after.codePointAt(0));
    parts.add(new KeyTemplate.Hole(attribute, delimiter, NOWHERE));
    if (!after.isEmpty()) {
      parts.add(new KeyTemplate.Text(after));
    }
    return new EntityKey(List.of(part("pk", new KeyTemplate(parts, NOWHERE))), List.of());
  }

  private static EntityKey single(String text, List<KeyTemplate.Part> more) {
    List<KeyTemplate.Part> parts = new ArrayList<>();
    parts.add(new KeyTemplate.Text(text));
    parts.addAll(more);
    return new EntityKey(List.of(part("pk", new KeyTemplate(parts, NOWHERE))), List.of());
  }

  private static Attribute attribute(String name, AttributeType type) {
    return new Attribute(
        name, name, type, false, Optional.empty(), Set.of(), Optional.empty(), NOWHERE);
  }

  private static EntityKey.Part part(String name, KeyTemplate template) {
    return new EntityKey.Part(
        new KeyAttribute(name, KeyType.STRING, NOWHERE),
        new Filling.FromTemplate(template),
        NOWHERE);
  }

  /** A key of two templates over two attributes. */
  private static EntityKey key(Random random) {
    Optional<TextPattern> upToThree = Optional.of(TextPattern.of(".{0,3}"));
    Attribute v = attribute("v", new AttributeType.StringType(0, OptionalInt.empty(), upToThree));
    Attribute w = attribute("w", new AttributeType.StringType(0, OptionalInt.empty(), upToThree));
    List<Attribute> attributes = List.of(v, w);
    return new EntityKey(
        List.of(part("pk", template(random, attributes))),
        List.of(part("sk", template(random, attributes))));
  }

  /** Texts and holes in turn, each hole but the last followed by a text. */
  private static KeyTemplate template(Random random, List<Attribute> attributes) {
    List<KeyTemplate.Part> parts = new ArrayList<>();
    boolean isText = random.nextBoolean();
    int length = 1 + random.nextInt(4);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      texts.add(LITERALS.get(random.nextInt(LITERALS.size())));
    }
    for (int i = 0; i < length; i++) {
      if (isText) {
        parts.add(new KeyTemplate.Text(texts.get(i)));
      } else {
        Optional<Integer> delimiter =
            i + 1 < length ? Optional.of(texts.get(i + 1).codePointAt(0)) : Optional.empty();
        Attribute attribute = attributes.get(random.nextInt(attributes.size()));
        parts.add(new KeyTemplate.Hole(attribute, delimiter, NOWHERE));
      }
      isText = !isText;
    }
    return new KeyTemplate(parts, NOWHERE);
  }

  private static boolean overlapByTrying(EntityKey left, EntityKey right) {
    Set<List<String>> all = new HashSet<>(allKeys(left));
    all.retainAll(allKeys(right));
    return !all.isEmpty();
  }

  private static Set<List<String>> allKeys(EntityKey key) {
    List<String> values = values();
    Set<List<String>> keys = new HashSet<>();
    for (String v : values) {
      for (String w : values) {
        rendered(key, Map.of("v", v, "w", w)).ifPresent(keys::add);
      }
    }
    return keys;
  }

  private static List<String> values() {
    List<String> values = new ArrayList<>(ALPHABET);
    for (String first : ALPHABET) {
      for (String second : ALPHABET) {
        values.add(first + second);
      }
    }
    return values;
  }

  /** What the generated code would write; empty if it would refuse the values. */
  private static Optional<List<String>> rendered(EntityKey key, Map<String, String> given) {
    Map<String, String> values = new HashMap<>(given);
    List<String> texts = new ArrayList<>();
    for (EntityKey.Part part : key.parts()) {
      StringBuilder text = new StringBuilder();
      for (KeyTemplate.Part piece : ((Filling.FromTemplate) part.filling()).template().parts()) {
        if (piece instanceof KeyTemplate.Hole hole) {
          String value = values.get(hole.attribute().name());
          if (value.isEmpty() || hole.delimiter().filter(d -> value.indexOf(d) >= 0).isPresent()) {
            return Optional.empty();
          }
          text.append(value);
        } else {
          text.append(((KeyTemplate.Text) piece).value());
        }
      }
      texts.add(text.toString());
    }
    return Optional.of(texts);
  }

  private static String text(EntityKey key) {
    return key.parts().stream()
        .map(part -> part.filling().text())
        .collect(Collectors.joining(" / "));
  }
}
