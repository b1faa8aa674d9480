package dev.keyplan.maven;

import dev.keyplan.generate.CompiledProject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Compiles a model and reports what is wrong with it. Writes nothing.
 *
 * <p>Needs no pom: {@code mvn dev.keyplan:keyplan-maven-plugin:VERSION:check
 * -Dkeyplan.sourceDirectory=shop.keyplan}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends AbstractModelMojo {
  @Override
  void process(CompiledProject model) {
    getLog().info("The model has no errors");
  }
}
