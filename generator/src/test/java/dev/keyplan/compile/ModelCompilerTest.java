package dev.keyplan.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelCompilerTest {

  private static final String TABLE = "namespace com.acme.shop\ntable Shop { key pk / sk }\n";

  private static final String ORDER =
      """
      namespace com.acme.shop
      entity Order in Shop { key "ORDER#{id}" / "ORDER"  id : uuid @id }
      """;

  private static final String BILLING =
      """
      namespace com.acme.billing
      entity Invoice in com.acme.shop.Shop {
        key  "INVOICE#{orderId}" / "INVOICE"
        orderId : com.acme.shop.Order.id @id
      }
      pattern order { get com.acme.shop.Order where id }
      """;

  @Test
  void joinsTheFilesOfANamespace() {
    Compilation compilation = compile(BILLING, ORDER, TABLE);

    assertThat(compilation.diagnostics()).isEmpty();
    Model model = compilation.model();
    assertThat(model.namespaces())
        .extracting(Namespace::name)
        .containsExactly("com.acme.billing", "com.acme.shop");
    assertThat(model.namespaces().get(1).tables()).hasSize(1);
    assertThat(model.namespaces().get(1).entities()).hasSize(1);
    assertThat(model.patterns().get(0).entities().get(0).name().toString())
        .isEqualTo("com.acme.shop.Order");
  }

  @Test
  void doesNotDependOnTheOrderOfFiles() {
    List<SourceFile> files = files(BILLING, ORDER, TABLE, "namespace com.acme.shop\nenum E { }");
    List<SourceFile> reversed = new ArrayList<>(files);
    Collections.reverse(reversed);

    Compilation one = new ModelCompiler().compile(new Sources(files, List.of()));
    Compilation other = new ModelCompiler().compile(new Sources(reversed, List.of()));

    assertThat(one.model()).isEqualTo(other.model());
    assertThat(one.diagnostics()).isEqualTo(other.diagnostics()).hasSize(1);
  }

  @Test
  void saysOnceThatAnUnreadableNamespaceIsWrong() {
    Compilation compilation = compile("namespace com.acme.\ntable Shop { key pk / sk }\n");

    assertThat(compilation.diagnostics()).hasSize(1);
    assertThat(compilation.diagnostics().get(0).id()).isNotEqualTo("NAMESPACE_MISSING");
  }

  @Test
  void ordersDiagnosticsAndSaysNothingTwice() {
    Compilation compilation = compile(TABLE + "enum B { }\nenum A { }\n");

    assertThat(compilation.diagnostics()).isSortedAccordingTo(Diagnostic.ORDER);
    assertThat(compilation.diagnostics()).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void doesNotUnfoldStructs() {
    StringBuilder text = new StringBuilder(TABLE);
    text.append("struct S31 { x: int }\n");
    for (int i = 1; i < 31; i++) {
      text.append("struct S%1$d { a: S%2$d  b: S%2$d }\n".formatted(i, i + 1));
    }
    text.append("entity Order in Shop { key \"O#{id}\" / \"O\"  id: uuid @id  s: S1 }\n");
    text.append("pattern two { transact { create Order  create Order as other } }\n");
    text.append("pattern find { query Order where id and s }\n");

    Compilation compilation =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> compile(text.toString()));

    assertThat(compilation.diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly("ITEM_TOO_LARGE", "PATTERN_NOT_SERVABLE");
  }

  private static Compilation compile(String... texts) {
    return new ModelCompiler().compile(new Sources(files(texts), List.of()));
  }

  private static List<SourceFile> files(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(i -> new SourceFile("file" + i + ".keyplan", texts[i]))
        .toList();
  }
}
