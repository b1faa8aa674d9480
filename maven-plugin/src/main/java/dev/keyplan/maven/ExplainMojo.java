package dev.keyplan.maven;

import dev.keyplan.explain.ExplanationJson;
import dev.keyplan.explain.ExplanationText;
import dev.keyplan.explain.Report;
import dev.keyplan.generate.CompiledProject;
import dev.keyplan.generate.UnusableRequestException;
import dev.keyplan.write.FileReplacement;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says how each pattern of a model is answered: the operation, the table or index, the key
 * condition, the capacity units of one call, what its rate costs, and why the other indexes are not
 * used.
 *
 * <p>Needs no pom: {@code mvn dev.keyplan:keyplan-maven-plugin:VERSION:explain
 * -Dkeyplan.sourceDirectory=shop.keyplan}.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractModelMojo {
  /**
   * {@code text} for people or {@code json} for tools, for example {@code
   * -Dkeyplan.explain.format=json}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.explain.format", defaultValue = "text")
  private String format;

  /**
   * The file to write to instead of the log, for example {@code
   * -Dkeyplan.explain.outputFile=patterns.json}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.explain.outputFile")
  private File outputFile;

  /**
   * A file of prices that takes the place of Keyplan's own, for example {@code
   * -Dkeyplan.explain.prices=prices.properties}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "keyplan.explain.prices")
  private File prices;

  @Override
  void process(CompiledProject model)
      throws UnusableRequestException, IOException, MojoFailureException {
    Report report = model.explain(Optional.ofNullable(prices).map(File::toPath));
    String explanation =
        switch (format) {
          case "text" -> ExplanationText.of(report);
          case "json" -> ExplanationJson.of(report);
          default ->
              throw new MojoFailureException(
                  "`keyplan.explain.format` is `%s`; it can be `text` or `json`".formatted(format));
        };
    if (outputFile == null) {
      getLog().info(System.lineSeparator() + explanation);
    } else {
      FileReplacement.replace(outputFile.toPath(), explanation.getBytes(StandardCharsets.UTF_8));
      getLog().info("Written to " + outputFile);
    }
  }
}
