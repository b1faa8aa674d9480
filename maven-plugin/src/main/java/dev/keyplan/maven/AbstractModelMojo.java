package dev.keyplan.maven;

import dev.keyplan.generate.CompiledProject;
import dev.keyplan.generate.ModelLocation;
import dev.keyplan.generate.UnusableRequestException;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals that compile a model have in common: how its faults are told. */
abstract class AbstractModelMojo extends AbstractSourceMojo {
  /**
   * Whether warnings fail the build as errors do, for example {@code -Dkeyplan.failOnWarnings}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.failOnWarnings", defaultValue = "false")
  private boolean failOnWarnings;

  @Override
  final void run(ModelLocation location)
      throws UnusableRequestException, IOException, MojoFailureException {
    CompiledProject model = CompiledProject.compile(location);
    DiagnosticReport report = new DiagnosticReport(model.diagnostics());
    report.log(getLog());
    if (report.refuses(failOnWarnings)) {
      throw new MojoFailureException(report.summary());
    }
    process(model);
  }

  /** What to do with a model that is not refused. */
  abstract void process(CompiledProject model)
      throws UnusableRequestException, IOException, MojoFailureException;
}
