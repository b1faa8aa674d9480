package dev.keyplan.maven;

import dev.keyplan.generate.CompiledProject;
import dev.keyplan.generate.OutputRequest;
import dev.keyplan.generate.UnusableRequestException;
import dev.keyplan.write.WriteResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Generates the Java sources, the table definitions and the NoSQL Workbench model from a model.
 *
 * <p>Files that are right already are not touched; files of an earlier run that are no longer made
 * are deleted; files of anybody else are neither. A model with errors changes nothing.
 *
 * <p>Needs no pom: {@code mvn dev.keyplan:keyplan-maven-plugin:VERSION:generate
 * -Dkeyplan.sourceDirectory=shop.keyplan -Dkeyplan.outputDirectory=java
 * -Dkeyplan.resourceDirectory=definitions}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresProject = false,
    threadSafe = true)
public final class GenerateMojo extends AbstractModelMojo {
  /** Where the jar has what is in the resource directory. */
  private static final String PATH_IN_JAR = "keyplan";

  /**
   * The root folder of the generated Java sources, for example {@code
   * -Dkeyplan.outputDirectory=java}. In a project it becomes a source root.
   *
   * <p>Default: {@code generated-sources/keyplan} in the project's build directory, {@code target}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.outputDirectory")
  private File outputDirectory;

  /**
   * The root folder of everything generated that is not Java, for example {@code
   * -Dkeyplan.resourceDirectory=definitions}. In a project it becomes a resource root, whose files
   * are in the jar below {@code keyplan/}.
   *
   * <p>Default: {@code generated-resources/keyplan} in the project's build directory, {@code
   * target}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.resourceDirectory")
  private File resourceDirectory;

  /**
   * The Java package of the classes that all generated classes share, for example {@code
   * com.acme.dynamodb}. By default {@code support} in the package that all namespaces of the model
   * have in common; in the first namespace if that is less than two segments.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.supportPackage")
  private String supportPackage;

  /**
   * Whether generated classes carry {@code @javax.annotation.processing.Generated}. Say {@code
   * false} if {@code -Xlint:processing} complains that no processor claims it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.annotateGenerated", defaultValue = "true")
  private boolean annotateGenerated;

  /**
   * For which clients of the AWS SDK there are repositories: {@code sync} for {@code
   * DynamoDbClient}, {@code async} for {@code DynamoDbAsyncClient}, or {@code both}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.clients", defaultValue = "sync")
  private String clients;

  /**
   * Which annotations say where null may be: {@code none}, or {@code jspecify}, which needs {@code
   * org.jspecify:jspecify} among the dependencies of the project.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.nullness", defaultValue = "none")
  private String nullness;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Override
  void prepareProject() {
    // First of all: whatever this run does, the compiler sees what the last one generated.
    project.addCompileSourceRoot(outputDirectory().getPath());
    Resource resources = new Resource();
    resources.setDirectory(resourceDirectory().getPath());
    resources.setTargetPath(PATH_IN_JAR);
    resources.addExclude(".keyplan-*");
    project.addResource(resources);
  }

  @Override
  void process(CompiledProject model) throws UnusableRequestException, IOException {
    WriteResult result =
        model.generate(
            new OutputRequest(
                outputDirectory().toPath(),
                resourceDirectory().toPath(),
                Optional.ofNullable(supportPackage),
                annotateGenerated,
                clients,
                nullness));
    for (Path file : result.kept()) {
      getLog().warn(file + " is no longer generated, but stays: it was edited");
    }
    getLog()
        .info(
            "%d files written, %d unchanged, %d deleted"
                .formatted(
                    result.written().size(), result.unchanged().size(), result.deleted().size()));
  }

  private File outputDirectory() {
    return Optional.ofNullable(outputDirectory)
        .orElseGet(() -> inBuildDirectory("generated-sources/keyplan"));
  }

  private File resourceDirectory() {
    return Optional.ofNullable(resourceDirectory)
        .orElseGet(() -> inBuildDirectory("generated-resources/keyplan"));
  }

  /** A default that Maven cannot express: without a pom, no expression gives a build directory. */
  private File inBuildDirectory(String name) {
    boolean isProject = project.getFile() != null;
    File buildDirectory =
        isProject ? new File(project.getBuild().getDirectory()) : new File(basedir(), "target");
    return new File(buildDirectory, name);
  }
}
