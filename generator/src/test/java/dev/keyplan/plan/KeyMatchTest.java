package dev.keyplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.Billing;
import dev.keyplan.model.BuiltInMethod;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Facts;
import dev.keyplan.model.Filling;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Parameter;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.model.Table;
import dev.keyplan.model.TableSettings;
import dev.keyplan.model.Workload;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every key condition on a sort key of two numbers and a text, evaluated as DynamoDB does (by UTF-8
 * bytes) on all items of a small world, against what the restrictions mean.
 */
class KeyMatchTest {
  private static final Span SPAN = new SourceFile("test", "").span(0, 0);
  private static final List<String> TEXTS =
      List.of("a", "a#", "a$", "ab", " ", "~", "\uFF5E", "\uD83D\uDE00");

  private final Attribute box = text("box");
  private final Attribute day = number("day", 99);
  private final Attribute rank = number("rank", 9);
  private final Attribute title = text("title");

  /** An item of the entity, or of a neighbour in the same partition. */
  private record Item(String sortKey, Map<String, Object> values, boolean isNeighbour) {}

  @Test
  void matchesExactlyWhatTheRestrictionsMean() {
    for (boolean isDescending : List.of(false, true)) {
      int conditions = 0;
      for (String lead : List.of("", "ORDER#", "O")) {
        for (Restricted restricted : everyRestriction()) {
          KeyMatch match = match(lead, restricted.restrictions(), isDescending);
          if (match.rejection().isPresent()) {
            assertThat(match.rejection().get().reason()).contains("cannot leave out the upper end");
            continue;
          }
          conditions++;
          for (Item item : world(lead, isDescending)) {
            boolean isMeant = !item.isNeighbour() && restricted.holds(item.values());
            assertThat(evaluates(match.condition().sort(), item.sortKey(), restricted.arguments()))
                .as("%s%s on %s", lead, restricted, item.sortKey())
                .isEqualTo(isMeant);
          }
        }
      }
      assertThat(conditions).isGreaterThan(200);
    }
  }

  /** Restrictions with the values of their parameters. */
  private record Restricted(List<Restriction> restrictions, Map<String, Object> arguments) {
    boolean holds(Map<String, Object> values) {
      return restrictions.stream().allMatch(r -> holds(r, values.get(r.attribute().name())));
    }

    private boolean holds(Restriction restriction, Object value) {
      List<Object> right =
          restriction.operands().stream()
              .map(operand -> arguments.get(((Operand.OfParameter) operand).parameter().name()))
              .toList();
      int first = order(value, right.get(0));
      return switch (restriction.comparator()) {
        case EQUAL -> first == 0;
        case NOT_EQUAL -> first != 0;
        case LESS -> first < 0;
        case LESS_OR_EQUAL -> first <= 0;
        case GREATER -> first > 0;
        case GREATER_OR_EQUAL -> first >= 0;
        case BETWEEN -> first >= 0 && order(value, right.get(1)) <= 0;
        case BEGINS_WITH -> ((String) value).startsWith((String) right.get(0));
      };
    }

    private static int order(Object left, Object right) {
      return left instanceof Integer number
          ? number.compareTo((Integer) right)
          : utf8((String) left, (String) right);
    }

    @Override
    public String toString() {
      return restrictions.stream().map(r -> r.attribute().name() + r.comparator().symbol()).toList()
          + " "
          + arguments;
    }
  }

  private List<Restricted> everyRestriction() {
    List<Restricted> all = new ArrayList<>();
    all.add(new Restricted(List.of(), Map.of()));
    List<Comparator> ranges =
        List.of(
            Comparator.EQUAL,
            Comparator.LESS,
            Comparator.LESS_OR_EQUAL,
            Comparator.GREATER,
            Comparator.GREATER_OR_EQUAL,
            Comparator.BETWEEN);
    for (Comparator comparator : ranges) {
      for (int value = 1; value <= 3; value++) {
        all.add(
            new Restricted(
                List.of(restriction(day, comparator)), Map.of("day0", value, "day1", value + 1)));
        all.add(
            new Restricted(
                List.of(restriction(day, Comparator.EQUAL), restriction(rank, comparator)),
                Map.of("day0", 2, "rank0", value, "rank1", value + 1)));
      }
      for (String value : TEXTS) {
        all.add(
            new Restricted(
                List.of(
                    restriction(day, Comparator.EQUAL),
                    restriction(rank, Comparator.EQUAL),
                    restriction(title, comparator)),
                Map.of("day0", 2, "rank0", 2, "title0", value, "title1", "b")));
      }
    }
    all.add(
        new Restricted(
            List.of(
                restriction(day, Comparator.EQUAL),
                restriction(rank, Comparator.EQUAL),
                restriction(title, Comparator.BEGINS_WITH)),
            Map.of("day0", 2, "rank0", 2, "title0", "a")));
    return all;
  }

  private static String number(int value, int width, boolean isDescending) {
    String digits = String.format(Locale.ROOT, "%0" + width + "d", value);
    return isDescending ? HoleFunction.Descending.of(digits) : digits;
  }

  private List<Item> world(String lead, boolean isDescending) {
    List<Item> items = new ArrayList<>();
    for (int d : List.of(0, 1, 2, 3, 4, 10, 20, 99)) {
      for (int r = 0; r < 5; r++) {
        for (String t : TEXTS) {
          String key =
              lead + number(d, 2, isDescending) + "#" + number(r, 1, isDescending) + "#" + t;
          items.add(new Item(key, Map.of("day", d, "rank", r, "title", t), false));
        }
      }
    }
    if (!lead.isEmpty()) {
      for (String other : List.of("A", "N#", "PROFILE", "Z", "ORDER$x", "ORDEQ#02#2#a")) {
        if (!other.startsWith(lead)) {
          items.add(new Item(other, Map.of(), true));
        }
      }
    }
    return items;
  }

  private static KeyTemplate.Hole hole(Attribute attribute, boolean isDescending) {
    Optional<HoleFunction> function =
        isDescending ? Optional.of(new HoleFunction.Descending()) : Optional.empty();
    return new KeyTemplate.Hole(attribute, function, Optional.of((int) '#'), false, SPAN);
  }

  private KeyMatch match(String lead, List<Restriction> restrictions, boolean isDescending) {
    List<KeyTemplate.Part> parts = new ArrayList<>();
    if (!lead.isEmpty()) {
      parts.add(new KeyTemplate.Text(lead));
    }
    parts.add(hole(day, isDescending));
    parts.add(new KeyTemplate.Text("#"));
    parts.add(hole(rank, isDescending));
    parts.add(new KeyTemplate.Text("#"));
    parts.add(new KeyTemplate.Hole(title, Optional.empty(), SPAN));
    KeyAttribute pk = new KeyAttribute("pk", KeyType.STRING, SPAN);
    KeyAttribute sk = new KeyAttribute("sk", KeyType.STRING, SPAN);
    EntityKey key =
        new EntityKey(
            List.of(new EntityKey.Part(pk, new Filling.FromAttribute(box), SPAN)),
            List.of(
                new EntityKey.Part(
                    sk, new Filling.FromTemplate(new KeyTemplate(parts, SPAN)), SPAN)));
    Table table =
        new Table(
            new DefinitionName("test", "T"),
            "t-t",
            Optional.empty(),
            new KeySchema(List.of(pk), List.of(sk)),
            List.of(),
            new Billing.OnDemand(),
            Optional.of("_type"),
            TableSettings.defaults(),
            true,
            SPAN);
    Entity entity =
        new Entity(
            new DefinitionName("test", "E"),
            Optional.empty(),
            table,
            "E",
            List.of(),
            List.of(box, day, rank, title),
            key,
            List.of(),
            List.of(),
            Set.of(BuiltInMethod.values()),
            Optional.empty(),
            SPAN);
    List<Restriction> all = new ArrayList<>(restrictions);
    all.add(restriction(box, Comparator.EQUAL));
    ReadPattern pattern =
        new ReadPattern(
            new DefinitionName("test", "p"),
            Optional.empty(),
            ReadPattern.Verb.QUERY,
            List.of(entity),
            Optional.empty(),
            all,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Workload.none(),
            SPAN);
    return KeyMatch.of(AccessPath.of(table), key, pattern, Facts.NONE);
  }

  private static boolean evaluates(
      List<KeyTerm> terms, String sortKey, Map<String, Object> arguments) {
    return terms.stream().allMatch(term -> evaluates(term, sortKey, arguments));
  }

  private static boolean evaluates(KeyTerm term, String sortKey, Map<String, Object> arguments) {
    List<String> values = term.values().stream().map(v -> rendered(v, arguments)).toList();
    int first = utf8(sortKey, values.get(0));
    return switch (term.comparator()) {
      case EQUAL -> first == 0;
      case LESS -> first < 0;
      case LESS_OR_EQUAL -> first <= 0;
      case GREATER -> first > 0;
      case GREATER_OR_EQUAL -> first >= 0;
      case BETWEEN -> first >= 0 && utf8(sortKey, values.get(1)) <= 0;
      case BEGINS_WITH -> sortKey.startsWith(values.get(0));
      case NOT_EQUAL -> throw new AssertionError("DynamoDB has no <> in key conditions");
    };
  }

  private static String rendered(KeyValue value, Map<String, Object> arguments) {
    StringBuilder text = new StringBuilder();
    for (KeyValue.Part part : ((KeyValue.OfText) value).parts()) {
      if (part instanceof KeyValue.Text literal) {
        text.append(literal.value());
      } else {
        KeyValue.Rendered rendered = (KeyValue.Rendered) part;
        Operand.OfParameter operand = (Operand.OfParameter) rendered.operand();
        Object argument = arguments.get(operand.parameter().name());
        text.append(
            argument instanceof Integer number
                ? number(
                    number,
                    rendered.hole().attribute().name().equals("day") ? 2 : 1,
                    rendered.hole().isDescending())
                : argument.toString());
      }
    }
    return text.toString();
  }

  private static int utf8(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static Restriction restriction(Attribute attribute, Comparator comparator) {
    List<Operand> operands =
        IntStream.range(0, comparator.operands())
            .mapToObj(i -> new Parameter(attribute.name() + i, attribute, SPAN))
            .map(parameter -> (Operand) new Operand.OfParameter(parameter, SPAN))
            .toList();
    return new Restriction(attribute, comparator, operands, SPAN);
  }

  private static Attribute number(String name, long most) {
    IntegerType type = new IntegerType(false, true, 0, most);
    return new Attribute(
        name, name, type, false, Optional.empty(), Set.of(), Optional.empty(), SPAN);
  }

  private static Attribute text(String name) {
    StringType type = new StringType(1, OptionalInt.of(9));
    return new Attribute(
        name, name, type, false, Optional.empty(), Set.of(), Optional.empty(), SPAN);
  }
}
