package dev.keyplan.generate;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.cost.Prices;
import dev.keyplan.data.SampleData;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.Emitters;
import dev.keyplan.emit.Nullness;
import dev.keyplan.emit.OutputSet;
import dev.keyplan.explain.Report;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.write.OutputWriter;
import dev.keyplan.write.WriteResult;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The model of a project, compiled: what there is to say about it, and, if it has no errors, the
 * way to the files that are generated from it.
 */
public final class CompiledProject {
  private final ModelLocation location;
  private final Compilation compilation;

  private CompiledProject(ModelLocation location, Compilation compilation) {
    this.location = location;
    this.compilation = compilation;
  }

  /**
   * Reads and compiles a model. Writes nothing.
   *
   * @throws UnusableRequestException if there is no model
   * @throws IOException if a file cannot be read
   */
  public static CompiledProject compile(ModelLocation location)
      throws UnusableRequestException, IOException {
    Outcome<Sources> sources = SourceReader.read(location);
    if (sources.hasErrors()) {
      // A file that cannot be read declares what the others refer to: compiling them would mislead.
      return new CompiledProject(location, nothing(sources.diagnostics()));
    }
    if (sources.value().models().isEmpty()) {
      throw new UnusableRequestException(noModel(location));
    }
    return new CompiledProject(location, new ModelCompiler().compile(sources.value()));
  }

  /** What the compiler has to say, in the order of {@link Diagnostic#ORDER}. */
  public List<Diagnostic> diagnostics() {
    return compilation.diagnostics();
  }

  /** Whether the model is refused, so that nothing can be generated. */
  public boolean hasErrors() {
    return compilation.hasErrors();
  }

  /**
   * How each pattern is answered, and what that costs, in the order of the model; complete only
   * without errors.
   *
   * @param prices a file of prices; those that come with Keyplan without one
   * @throws UnusableRequestException if the file does not hold prices
   * @throws IOException if it cannot be read
   */
  public Report explain(Optional<Path> prices) throws UnusableRequestException, IOException {
    return Report.of(compilation.model(), compilation.plans(), prices(prices));
  }

  private static Prices prices(Optional<Path> file) throws UnusableRequestException, IOException {
    if (file.isEmpty()) {
      return Prices.bundled();
    }
    try (Reader reader = Files.newBufferedReader(file.get())) {
      return Prices.read(reader);
    } catch (IllegalArgumentException e) {
      throw new UnusableRequestException("In `%s` %s".formatted(file.get(), e.getMessage()));
    }
  }

  /**
   * Generates all artefacts in memory, then makes the output folders agree with them.
   *
   * @throws IllegalStateException if the model has errors
   * @throws UnusableRequestException if the support package cannot be one, or there are no such
   *     clients or annotations
   * @throws IOException if a file cannot be written
   */
  public WriteResult generate(OutputRequest request) throws UnusableRequestException, IOException {
    if (hasErrors()) {
      throw new IllegalStateException("A model with errors generates nothing");
    }
    EmitOptions options =
        new EmitOptions(
            supportPackage(request.supportPackage()),
            request.annotateGenerated(),
            clients(request.clients()),
            nullness(request.nullness()));
    OutputSet outputs =
        OutputSet.of(
            Emitters.ALL,
            new EmitInput(
                compilation.model(), compilation.plans(), compilation.samples(), options));
    // The model owns what is made from it, whoever runs the generator: a build or a person.
    String owner = location.nameOf(location.source());
    return new OutputWriter(owner)
        .write(outputs, request.outputDirectory(), request.resourceDirectory());
  }

  private String supportPackage(Optional<String> requested) throws UnusableRequestException {
    if (requested.isEmpty()) {
      return SupportPackage.defaultFor(compilation.model());
    }
    String name = requested.get();
    if (!SupportPackage.isPackageName(name)) {
      throw new UnusableRequestException(
          "`supportPackage` is `%s`, which is no name of a Java package".formatted(name));
    }
    List<String> namespaces =
        compilation.model().namespaces().stream().map(Namespace::name).toList();
    if (SupportPackage.isTaken(name, namespaces)) {
      throw new UnusableRequestException(
          ("`supportPackage` is `%s`, which is a namespace of the model, or whose `internal` is one:"
                  + " its classes and the generated ones could have the same names")
              .formatted(name));
    }
    return name;
  }

  private static Clients clients(String word) throws UnusableRequestException {
    return Clients.of(word)
        .orElseThrow(
            () ->
                new UnusableRequestException(
                    "`clients` is `%s`, which is none of `sync`, `async` and `both`"
                        .formatted(word)));
  }

  private static Nullness nullness(String word) throws UnusableRequestException {
    return Nullness.of(word)
        .orElseThrow(
            () ->
                new UnusableRequestException(
                    "`nullness` is `%s`, which is neither `none` nor `jspecify`".formatted(word)));
  }

  private static Compilation nothing(List<Diagnostic> diagnostics) {
    return new Compilation(new Model(List.of()), List.of(), SampleData.none(), diagnostics);
  }

  /** Why there is nothing to read at a location. */
  static String noModel(ModelLocation location) {
    String source = location.nameOf(location.source());
    String problem =
        Files.isDirectory(location.source())
            ? "There is no `.keyplan` file in `%s`"
            : Files.exists(location.source())
                ? "`%s` is no model: the name of a model file ends in `.keyplan`"
                : "`%s` does not exist";
    return problem.formatted(source)
        + "; set `sourceDirectory` to the folder of the model or to its file";
  }
}
