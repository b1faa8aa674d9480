package dev.keyplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.TextRenderer;
import dev.keyplan.source.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler suggests to add serves the pattern, once it is pasted. */
class IndexSuggestionTest {
  private static final String MODEL =
      """
      namespace com.example.chat

      table Chat "chat" {
        key    pk / sk
        index  byAuthor "author-index" author / at
        //TABLE
      }

      entity Post in Chat {
        key    "ROOM#{room}" / "POST#{at}#{id}"
        index  byAuthor
        //ENTITY
        room               : uuid
        at                 : timestamp = now
        id                 : uuid = random  @id
        author             : uuid
        text               : string(1..1024)
        state "post-state" : State = OPEN
        score              : long
        pinned             : boolean = false
      }

      entity Topic in Chat {
        key  "ROOM#{room}" / "TOPIC#{id}"
        room  : uuid
        id    : uuid = random  @id
        text  : string(1..64)
        score : long
      }

      enum State { CLOSED, OPEN }

      pattern wanted { %s }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query Post where state order at desc",
        "query Post where room and id",
        "query Post where author and state order score desc",
        "query Post where author and score > :least",
        "query Post where room order score",
        "query Post where room and text begins_with :start",
        "query Post where text order score, at",
        "query Topic where text",
        "query Topic where text order score desc",
        "get Post where id",
        "get Topic where id",
        "query Post, Topic as Found where id",
        "query Post, Topic as Found where id and room order desc",
      })
  void servesThePattern(String pattern) {
    String model = MODEL.formatted(pattern);
    Compilation refused = compile(model);
    assertThat(refused.plans()).singleElement().isInstanceOf(Plan.Unservable.class);
    Plan.Suggestion suggestion =
        ((Plan.Unservable) refused.plans().get(0)).suggestion().orElseThrow();
    assertThat(refused.diagnostics())
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.hint().orElseThrow())
                    .contains(suggestion.tableLine())
                    .contains(suggestion.entityLines().get(0).line()));

    String pasted = model.replace("//TABLE", suggestion.tableLine());
    for (Plan.Suggestion.EntityLine added : suggestion.entityLines()) {
      String entity = "entity " + added.entity().name().name() + " ";
      int inside = pasted.indexOf('{', pasted.indexOf(entity)) + 1;
      pasted =
          pasted.substring(0, inside) + "\n  " + added.line() + "\n" + pasted.substring(inside);
    }
    Compilation served = compile(pasted);
    assertThat(
            TextRenderer.plain()
                .render(served.diagnostics().stream().filter(d -> d.isError()).toList()))
        .as(pasted)
        .isEmpty();
    assertThat(served.plans()).singleElement().isInstanceOf(Plan.Query.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query Post where pinned",
        "query Post where author and state consistent",
        "query Post where room >= :from",
      })
  void isNotMadeWhereNoIndexCouldServe(String pattern) {
    Compilation refused = compile(MODEL.formatted(pattern));
    assertThat(((Plan.Unservable) refused.plans().get(0)).suggestion()).isEmpty();
  }

  private static Compilation compile(String model) {
    SourceFile file = new SourceFile("chat.keyplan", model);
    return new ModelCompiler().compile(new Sources(List.of(file), List.of()));
  }
}
