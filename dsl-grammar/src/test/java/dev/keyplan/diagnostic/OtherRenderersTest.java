package dev.keyplan.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherRenderersTest {
  private final SourceFile file = new SourceFile("a.keyplan", "🙂 one\ntwo");
  private final Diagnostic error =
      Diagnostic.error("FIRST", file.span(3, 6), "not `one`")
          .withLabel("here")
          .withRelated(file.span(7, 10), "there")
          .withHint("say \"1\"")
          .withFix(Fix.replace("Replace it", file.span(3, 6), "\t\\\u202E\uD83D"));
  private final Diagnostic warning = Diagnostic.warning("SECOND", file.span(7, 7), "a\nb");

  @Test
  void lines() {
    assertThat(new LineRenderer().render(List.of(error, warning)))
        .isEqualTo(
            """
            a.keyplan:1:3: error[FIRST]: not `one`
            a.keyplan:2:1: warning[SECOND]: a<U+000A>b
            """);
  }

  @Test
  void json() {
    assertThat(new JsonRenderer().render(List.of(error, warning)))
        .isEqualTo(
            """
            {
              "errors": 1,
              "warnings": 1,
              "diagnostics": [
                {
                  "id": "FIRST",
                  "severity": "error",
                  "message": "not `one`",
                  "file": "a.keyplan",
                  "start": {
                    "line": 1,
                    "column": 3
                  },
                  "end": {
                    "line": 1,
                    "column": 6
                  },
                  "label": "here",
                  "related": [
                    {
                      "file": "a.keyplan",
                      "start": {
                        "line": 2,
                        "column": 1
                      },
                      "end": {
                        "line": 2,
                        "column": 4
                      },
                      "label": "there"
                    }
                  ],
                  "hint": "say \\"1\\"",
                  "fix": {
                    "title": "Replace it",
                    "edits": [
                      {
                        "file": "a.keyplan",
                        "start": {
                          "line": 1,
                          "column": 3
                        },
                        "end": {
                          "line": 1,
                          "column": 6
                        },
                        "replacement": "\\t\\\\\\u202e\\ud83d"
                      }
                    ]
                  }
                },
                {
                  "id": "SECOND",
                  "severity": "warning",
                  "message": "a\\nb",
                  "file": "a.keyplan",
                  "start": {
                    "line": 2,
                    "column": 1
                  },
                  "end": {
                    "line": 2,
                    "column": 1
                  }
                }
              ]
            }
            """);
  }

  @Test
  void jsonOfNothing() {
    assertThat(new JsonRenderer().render(List.of()))
        .isEqualTo("{\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"diagnostics\": []\n}\n");
  }
}
