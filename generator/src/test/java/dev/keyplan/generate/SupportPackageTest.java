package dev.keyplan.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportPackageTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.shop, com.acme.shop.support",
    "com.acme.shop com.acme.users, com.acme.support",
    "com.acme com.acme.users, com.acme.support",
    "com.acme com.acme.support, com.acme.support.support",
    "com.acme.shop com.acme.shopping, com.acme.support",
    "com.acme.shop com.cruddur.messages, com.acme.shop.support",
    "shop users, shop.support",
    "shop, shop.support"
  })
  void isBelowWhatTheNamespacesHaveInCommon(String namespaces, String expected) {
    assertThat(SupportPackage.defaultFor(model(namespaces.split(" ")))).isEqualTo(expected);
  }

  @Test
  void isThereForAModelThatDeclaresNothing() {
    assertThat(SupportPackage.defaultFor(model())).isEqualTo("support");
  }

  @ParameterizedTest
  @ValueSource(strings = {"support", "com.acme.support", "com.acme.größe"})
  void acceptsPackageNames(String name) {
    assertThat(SupportPackage.isPackageName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "com..acme", "com.class", "../support", "com/acme", "com.acme;", "com.1"})
  void refusesWhatIsNoPackageName(String name) {
    assertThat(SupportPackage.isPackageName(name)).isFalse();
  }

  private static Model model(String... namespaces) {
    return new Model(Stream.of(namespaces).map(SupportPackageTest::namespace).toList());
  }

  private static Namespace namespace(String name) {
    return new Namespace(
        name, Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
