package dev.keyplan.testing;

import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.java.JavaEmitter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes from sources in memory, compiled as the strictest of users would. */
public final class CompiledClasses extends ClassLoader {
  private static final List<String> OPTIONS =
      List.of("--release", "17", "-proc:none", "-Xlint:all", "-Werror", "-parameters");

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  private CompiledClasses() {
    super(CompiledClasses.class.getClassLoader());
  }

  /**
   * The classes that are generated from a model in the language, on the support classes of this
   * build.
   */
  public static CompiledClasses ofModel(String model) {
    EmitInput input = Inputs.of(model);
    EmitOptions options = new EmitOptions("dev.keyplan.support", true);
    Map<String, String> sources = new TreeMap<>();
    for (OutputFile file :
        new JavaEmitter()
            .emit(new EmitInput(input.model(), input.plans(), input.samples(), options))) {
      if (!file.path().startsWith("dev/keyplan/support/")) {
        sources.put(file.path(), file.content());
      }
    }
    return of(sources);
  }

  /**
   * The classes of these sources, by path.
   *
   * @throws AssertionError with all that the compiler complains about
   */
  public static CompiledClasses of(Map<String, String> sources) {
    CompiledClasses loader = new CompiledClasses();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<Source> units =
        sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
    COMPILER.getTask(null, loader.new Output(FILES), problems, OPTIONS, null, units).call();
    if (!problems.getDiagnostics().isEmpty()) {
      throw new AssertionError("javac: " + problems.getDiagnostics());
    }
    return loader;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ByteArrayOutputStream bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes.toByteArray(), 0, bytes.size());
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String content;

    Source(String path, String content) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.content = content;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }

  /** Keeps class files in memory. */
  private final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    Output(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + className + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          classes.put(className, bytes);
          return bytes;
        }
      };
    }
  }
}
