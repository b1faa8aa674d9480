package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.KeyPlace;
import dev.keyplan.naming.JavaNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The constants of a codec that read values back from texts of keys: {@code PK_FORM}. */
final class KeyForms {
  private final SupportTypes support;
  private final HoleMapping holes;
  private final NameAllocator names = new NameAllocator();
  private final Map<Form, String> constants = new LinkedHashMap<>();

  /** The form of the texts of a key attribute, in Java. */
  private record Form(String attribute, CodeBlock code) {}

  /**
   * @param taken the names of other constants of the codec
   */
  KeyForms(JavaContext context, Collection<String> taken) {
    this.support = context.support();
    this.holes = context.mapping().holes();
    taken.forEach(names::newName);
  }

  /** {@code PK_FORM.read(0, Read::text)}: what reads a value of a key. */
  CodeBlock reader(KeyPlace place) {
    String constant =
        constants.computeIfAbsent(
            new Form(place.key().name(), holes.form(place.template())),
            form ->
                names.newName(
                    JavaNames.fromAttributeName(form.attribute()).toUpperCase(Locale.ROOT)
                        + "_FORM"));
    return CodeBlock.of("$L.read($L, $L)", constant, place.index(), holes.partReader(place));
  }

  /** Adds those that were asked for. */
  void addTo(TypeSpec.Builder type) {
    constants.forEach(
        (form, name) ->
            type.addField(
                FieldSpec.builder(
                        support.keyText(), name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(form.code())
                    .build()));
  }
}
