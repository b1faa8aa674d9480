package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.keyplan.model.Entity;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the interface of what patterns find together; the records of the entities implement it.
 */
final class CollectionSpec implements ClassSpec {
  private final ItemCollectionType collection;
  private final ClassName grouped;

  CollectionSpec(ItemCollectionType collection) {
    this.collection = collection;
    this.grouped = collection.type().nestedClass("Grouped");
  }

  @Override
  public ClassName className() {
    return collection.type();
  }

  @Override
  public SourceFile source() {
    return collection.source();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(className())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                JavadocText.of("What patterns find together: " + collection.oneOf() + ".")
                    .toCode());
    if (collection.isSealed()) {
      type.addModifiers(Modifier.SEALED);
      collection.entities().forEach(e -> type.addPermittedSubclass(entity(e)));
    }
    return type.addMethod(grouped()).addType(groupedRecord());
  }

  /** {@code static Collector<OrderDetail, ?, Grouped> grouped()}. */
  private MethodSpec grouped() {
    CodeBlock lists =
        collection.entities().stream()
            .map(
                e ->
                    CodeBlock.of(
                        "all.stream()\n$>$>.filter($1T.class::isInstance)\n.map($1T.class::cast)\n.toList()$<$<",
                        entity(e)))
            .collect(CodeBlock.joining(",\n"));
    return MethodSpec.methodBuilder("grouped")
        .addJavadoc("Collects a stream of results by what they are.")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(Collector.class),
                className(),
                WildcardTypeName.subtypeOf(Object.class),
                grouped))
        .addStatement(
            "return $1T.collectingAndThen(\n$1T.toList(),\nall ->\n$>$>new $2T(\n$>$>$3L)$<$<$<$<)",
            Collectors.class,
            grouped,
            lists)
        .build();
  }

  /** {@code record Grouped(List<Order> orders, List<Shipment> shipments)}. */
  private TypeSpec groupedRecord() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (Entity one : collection.entities()) {
      TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), entity(one));
      components.addParameter(list, JavaNames.plural(one.name().name()));
    }
    return TypeSpec.recordBuilder(grouped)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("The results by what they are, each list in the order in which they came.")
        .recordConstructor(components.build())
        .build();
  }

  private static ClassName entity(Entity entity) {
    return JavaContext.types(entity).entity();
  }
}
