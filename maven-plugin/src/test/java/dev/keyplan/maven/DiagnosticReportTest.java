package dev.keyplan.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class DiagnosticReportTest {
  private static final SourceFile SHOP = new SourceFile("src/shop.keyplan", "entity Order {\n");
  private static final SourceFile USERS = new SourceFile("src/users.keyplan", "entity User {\n");

  @Test
  void saysHowManyErrorsThereAreAndWhere() {
    assertThat(report(error(SHOP)).summary()).isEqualTo("1 error in src/shop.keyplan");
    assertThat(report(error(SHOP), error(SHOP), warning(USERS)).summary())
        .isEqualTo("2 errors in src/shop.keyplan");
    assertThat(report(error(SHOP), error(SHOP), error(USERS)).summary())
        .isEqualTo("3 errors in 2 files");
  }

  @Test
  void saysWhyWarningsFailABuild() {
    assertThat(report(warning(SHOP)).summary())
        .isEqualTo("1 warning in src/shop.keyplan, and `failOnWarnings` is set");
  }

  @Test
  void refusesErrorsAlwaysAndWarningsOnDemand() {
    assertThat(report(error(SHOP)).refuses(false)).isTrue();
    assertThat(report(warning(SHOP)).refuses(false)).isFalse();
    assertThat(report(warning(SHOP)).refuses(true)).isTrue();
    assertThat(report().refuses(true)).isFalse();
  }

  @Test
  void logsEachDiagnosticOnceAtItsLevel() {
    List<String> lines = new ArrayList<>();
    report(error(SHOP), warning(USERS)).log(new RecordingLog(lines));

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("ERROR error[NAME_UNKNOWN]: no `Order` here\n");
    assertThat(lines.get(0)).contains("--> src/shop.keyplan:1:8").endsWith("^^^^^");
    assertThat(lines.get(1)).startsWith("WARN warning[NAME_ODD]: odd name");
  }

  private static DiagnosticReport report(Diagnostic... diagnostics) {
    return new DiagnosticReport(List.of(diagnostics));
  }

  private static Diagnostic error(SourceFile file) {
    return Diagnostic.error("NAME_UNKNOWN", file.span(7, 12), "no `Order` here");
  }

  private static Diagnostic warning(SourceFile file) {
    return Diagnostic.warning("NAME_ODD", file.span(7, 11), "odd name");
  }

  private static final class RecordingLog extends SystemStreamLog {
    private final List<String> lines;

    RecordingLog(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void error(CharSequence content) {
      lines.add("ERROR " + content);
    }

    @Override
    public void warn(CharSequence content) {
      lines.add("WARN " + content);
    }
  }
}
