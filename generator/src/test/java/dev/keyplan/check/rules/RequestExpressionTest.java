package dev.keyplan.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.java.JavaEmitter;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import dev.keyplan.source.SourceFile;
import dev.keyplan.testing.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured is what generated requests send, to the letter. */
class RequestExpressionTest {
  /** A call with a text; one that a list is put into has more than texts. */
  private static final Pattern CALL =
      Pattern.compile("\\.(\\w+)Expression\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)\\)");

  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** What is measured and sent, of all models; the more texts, the more forms. */
  @Test
  void isWhatIsSent() throws IOException {
    Map<String, Integer> compared = new TreeMap<>();
    for (String model : models()) {
      EmitInput input = Inputs.ofFile(model);
      List<OutputFile> files = new JavaEmitter().emit(input);
      for (Plan plan : input.plans()) {
        String requests = "/" + plan.pattern().entities().get(0).name().name() + "Requests.java";
        files.stream()
            .filter(file -> file.path().endsWith(requests))
            .findFirst()
            .ifPresent(file -> compare(model, plan, file.content(), compared));
      }
    }
    assertThat(compared.keySet())
        .contains(
            "condition",
            "condition of a member",
            "condition of two",
            "filter",
            "key condition",
            "projection",
            "update",
            "update of a member",
            "update of two");
    assertThat(compared.values().stream().mapToInt(n -> n).sum())
        .as("%s", compared)
        .isGreaterThan(300);
  }

  private static List<String> models() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/models"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".keyplan"))
          .sorted()
          .toList();
    }
  }

  private static void compare(
      String model, Plan plan, String sources, Map<String, Integer> compared) {
    String name = plan.pattern().name().name();
    if (plan instanceof Plan.Transaction transaction) {
      for (Plan.Member member : transaction.members()) {
        String method = name + JavaNames.capitalised(member.name());
        PlannedWrite write = new PlannedWrite(plan.pattern(), member.action());
        compare(model, method, WriteExpressions.of(write), " of a member", sources, compared);
      }
    } else {
      compare(model, name, RequestExpression.of(plan), "", sources, compared);
    }
  }

  private static void compare(
      String model,
      String method,
      List<RequestExpression> measured,
      String ofMember,
      String sources,
      Map<String, Integer> compared) {
    Optional<Map<String, List<String>>> sent =
        method(sources, method).map(RequestExpressionTest::sent);
    for (RequestExpression expression : measured) {
      String kind = expression.kind().words();
      List<String> alike = sent.map(texts -> texts.getOrDefault(kind, List.of())).orElse(List.of());
      if (!alike.isEmpty()) {
        // An update may be written in two ways, of which the longer one is measured.
        String longest = alike.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        assertThat(expression.text()).as(model + " " + method).isEqualTo(longest);
        compared.merge(kind + ofMember, 1, Integer::sum);
        if (alike.size() > 1) {
          compared.merge(kind + " of two", 1, Integer::sum);
        }
      }
    }
  }

  /** The texts of a method that makes a request, by what they are for. */
  private static Map<String, List<String>> sent(String method) {
    Map<String, List<String>> sent = new TreeMap<>();
    Matcher calls = CALL.matcher(method);
    while (calls.find()) {
      String text =
          TEXT.matcher(calls.group(2))
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.joining());
      String kind =
          calls.group(1).toLowerCase(Locale.ROOT).replace("keycondition", "key condition");
      sent.computeIfAbsent(kind, k -> new ArrayList<>()).add(text);
    }
    return sent;
  }

  /** The method of this name that makes a request. */
  private static Optional<String> method(String sources, String name) {
    return Pattern.compile(
            "\n  (?:public )?\\w+(?:Request(?:\\.Builder)?|Check|Put|Update|Delete) "
                + name
                + "\\([^{]*\\{.*?\n  }",
            Pattern.DOTALL)
        .matcher(sources)
        .results()
        .map(found -> found.group())
        .findFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = :a|1",
        "a BETWEEN :a AND :b|1",
        "(a = :a OR a <> :b) AND NOT (attribute_exists(c))|6",
        "size(a) >= :a AND contains(b, :b)|4",
        "a IN (:0_0, :0_1)|1",
      })
  void countsOperatorsAndFunctions(String condition, int operators) {
    assertThat(expression(RequestExpression.Kind.FILTER, condition).operators())
        .isEqualTo(operators);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET a = :a, b = :b|0",
        "SET a = a + :a, b = :b - b|2",
        "SET a = list_append(if_not_exists(a, :n), :a) ADD c :c|2",
      })
  void takesEqualsInAnUpdateForNone(String update, int operators) {
    assertThat(expression(RequestExpression.Kind.UPDATE, update).operators()).isEqualTo(operators);
  }

  @Test
  void countsBytes() {
    assertThat(expression(RequestExpression.Kind.FILTER, "a = :ü").bytes()).isEqualTo(7);
  }

  private static RequestExpression expression(RequestExpression.Kind kind, String text) {
    return new RequestExpression(kind, text, new SourceFile("a.keyplan", "a").span(0, 1));
  }
}
