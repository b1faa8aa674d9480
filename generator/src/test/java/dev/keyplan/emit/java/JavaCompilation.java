package dev.keyplan.emit.java;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources in memory, as the strictest of users would. */
final class JavaCompilation {
  private static final List<String> OPTIONS =
      List.of("--release", "17", "-proc:none", "-Xlint:all", "-Xdoclint:all,-missing", "-Werror");

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** One for all compilations: opening the archives of the class path takes longer than most. */
  private static final JavaFileManager FILES =
      new Discarding(COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));

  private JavaCompilation() {}

  /** What the compiler complains about; the class path is that of the tests. */
  static List<String> problems(Map<String, String> sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<Source> units =
        sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
    COMPILER.getTask(null, FILES, diagnostics, OPTIONS, null, units).call();
    return diagnostics.getDiagnostics().stream().map(JavaCompilation::text).toList();
  }

  private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
    String place = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
    return place + ":" + diagnostic.getLineNumber() + " " + diagnostic.getMessage(Locale.ROOT);
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

  /** Takes class files and keeps none; the sources hide classes of the class path. */
  private static final class Discarding extends ForwardingJavaFileManager<JavaFileManager> {
    Discarding(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + className + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() {
          return OutputStream.nullOutputStream();
        }
      };
    }
  }
}
