package dev.keyplan.maven;

import dev.keyplan.generate.ModelLocation;
import dev.keyplan.generate.UnusableRequestException;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common: where the model is, and how they end if it is unusable. */
abstract class AbstractSourceMojo extends AbstractMojo {
  /**
   * The folder of the model, or the model's only file.
   *
   * <p>In a folder, all files whose names end in {@code .keyplan} are read together, with the
   * sample data in the files that end in {@code .data.yaml}; so are those in the folders below.
   * With a file, for example {@code -Dkeyplan.sourceDirectory=shop.keyplan}, only that one is read,
   * with {@code shop.data.yaml} if that stands beside it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.sourceDirectory", defaultValue = "${basedir}/src/main/keyplan")
  private File sourceDirectory;

  /**
   * Whether to do nothing, for example {@code -Dkeyplan.skip}. What an earlier build generated
   * stays part of the project.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.skip", defaultValue = "false")
  private boolean skip;

  // Not ${project.basedir}, which stays as it is where there is no pom.
  @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
  private File basedir;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    prepareProject();
    if (skip) {
      getLog().info("Skipped");
      return;
    }
    ModelLocation location = new ModelLocation(sourceDirectory.toPath(), basedir.toPath());
    try {
      run(location);
    } catch (UnusableRequestException e) {
      throw new MojoFailureException(e.getMessage());
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /** What to do before anything is read, and even if the goal is skipped. */
  void prepareProject() {}

  /** What the goal does. */
  abstract void run(ModelLocation location)
      throws UnusableRequestException, IOException, MojoFailureException;

  final File basedir() {
    return basedir;
  }
}
