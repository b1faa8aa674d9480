package dev.keyplan.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.java.JavaEmitter;
import dev.keyplan.plan.Plan;
import dev.keyplan.source.SourceFile;
import dev.keyplan.testing.Inputs;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured is what generated requests send, to the letter. */
class RequestExpressionTest {
  /** A call with a text; one that a list is put into has more than texts. */
  private static final Pattern CALL =
      Pattern.compile("\\.(\\w+)Expression\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)\\)");

  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts",
        "chat",
        "cruddur",
        "depot",
        "errands",
        "market",
        "meters",
        "odd-names",
        "orders",
        "parcels",
        "people",
        "shelters",
        "toolshed",
        "tracker",
        "vouchers",
        "warehouse"
      })
  void isWhatIsSent(String model) {
    EmitInput input = Inputs.ofFile(model + ".keyplan");
    Map<String, String> sources =
        new JavaEmitter()
            .emit(input).stream().collect(Collectors.toMap(OutputFile::path, OutputFile::content));
    Set<String> compared = new HashSet<>();
    for (Plan plan : input.plans()) {
      method(sources, plan).ifPresent(method -> compare(plan, method, compared));
    }
    assertThat(compared).isNotEmpty();
  }

  private static void compare(Plan plan, String method, Set<String> compared) {
    List<RequestExpression> measured = RequestExpression.of(plan);
    Matcher calls = CALL.matcher(method);
    while (calls.find()) {
      String sent =
          TEXT.matcher(calls.group(2))
              .results()
              .map(text -> text.group(1))
              .collect(Collectors.joining());
      String kind =
          calls.group(1).toLowerCase(Locale.ROOT).replace("keycondition", "key condition");
      Optional<RequestExpression> own =
          measured.stream().filter(e -> e.kind().words().equals(kind)).findFirst();
      // An update may be written in two ways, of which the longer one is measured.
      boolean isOfTwo = method.contains("\n        ? ");
      if (own.isPresent() && !isOfTwo) {
        assertThat(own.get().text()).as(plan.pattern().name().name()).isEqualTo(sent);
        compared.add(kind);
      }
    }
  }

  /** The method of a pattern that makes its request. */
  private static Optional<String> method(Map<String, String> sources, Plan plan) {
    String entity = plan.pattern().entities().get(0).name().name();
    String name = plan.pattern().name().name();
    return sources.entrySet().stream()
        .filter(file -> file.getKey().endsWith("/" + entity + "Requests.java"))
        .map(Map.Entry::getValue)
        .flatMap(
            source ->
                Pattern.compile(
                        "  public \\w+Request(?:\\.Builder)? " + name + "\\([^{]*\\{.*?\n  }",
                        Pattern.DOTALL)
                    .matcher(source)
                    .results()
                    .map(found -> found.group()))
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
