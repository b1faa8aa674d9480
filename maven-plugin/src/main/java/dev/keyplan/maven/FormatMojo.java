package dev.keyplan.maven;

import dev.keyplan.generate.FormattedProject;
import dev.keyplan.generate.ModelLocation;
import dev.keyplan.generate.UnusableRequestException;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes model files in the one layout of the language. What they mean does not change, and no
 * comment is lost.
 *
 * <p>Files that are formatted already are not touched. A file with syntax errors stays as it is and
 * fails the build; the other files are formatted all the same.
 *
 * <p>Needs no pom: {@code mvn dev.keyplan:keyplan-maven-plugin:VERSION:format
 * -Dkeyplan.sourceDirectory=shop.keyplan}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "format",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class FormatMojo extends AbstractSourceMojo {
  /**
   * Whether to change nothing and fail if there are files that are not formatted, for example
   * {@code -Dkeyplan.format.check}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.format.check", defaultValue = "false")
  private boolean check;

  @Override
  void run(ModelLocation location)
      throws UnusableRequestException, IOException, MojoFailureException {
    FormattedProject project = FormattedProject.format(location);
    DiagnosticReport report = new DiagnosticReport(project.diagnostics());
    report.log(getLog());
    List<String> unformatted = project.unformatted();
    if (check) {
      unformatted.forEach(file -> getLog().error(file + " is not formatted"));
    } else {
      project.write();
      unformatted.forEach(file -> getLog().info("Formatted " + file));
    }
    if (report.refuses(false)) {
      throw new MojoFailureException(report.summary());
    }
    if (check && !unformatted.isEmpty()) {
      throw new MojoFailureException(summary(unformatted));
    }
    getLog()
        .info(
            "%d of %d files changed"
                .formatted(check ? 0 : unformatted.size(), project.fileCount()));
  }

  private static String summary(List<String> unformatted) {
    String files =
        unformatted.size() == 1
            ? unformatted.get(0) + " is not formatted"
            : unformatted.size() + " files are not formatted";
    return files + "; the goal `keyplan:format` does it";
  }
}
