package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the repository of an entity: one method for each pattern, and the built-in ones. */
final class RepositorySpec extends EntityClassSpec {
  private final ClientStyle style;

  RepositorySpec(JavaContext context, Entity entity, ClientStyle style) {
    super(context, entity);
    this.style = style;
  }

  @Override
  public ClassName className() {
    return style.repository(types);
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(style.javadoc(types))
            .addField(field(style.client(), "client"))
            .addField(field(JavaContext.tableClass(entity.table()), "table"))
            .addField(field(types.requests(), "requests"))
            .addMethod(shortConstructor())
            .addMethod(constructor());
    PatternMethods patterns = new PatternMethods(context, entity, style);
    for (Plan plan : context.plans(entity)) {
      type.addMethods(patterns.of(plan));
    }
    type.addMethods(new BuiltInMethods(context, entity, style).all());
    return type.addMethod(requests());
  }

  private static FieldSpec field(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build();
  }

  /** {@code public MessageRepository(DynamoDbClient client)}. */
  private MethodSpec shortConstructor() {
    CodeBlock tables =
        RequestsSpec.tables(context, entity).stream()
            .map(table -> CodeBlock.of("$T.DEFAULT", table.type()))
            .collect(CodeBlock.joining(", "));
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addParameter(style.client(), "client")
        .addStatement("this(client, $L)", tables)
        .build();
  }

  /** {@code public MessageRepository(DynamoDbClient client, MessagesTable table)}. */
  private MethodSpec constructor() {
    List<ParameterSpec> tables = RequestsSpec.tables(context, entity);
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addParameter(style.client(), "client")
        .addParameters(tables)
        .addStatement("this.client = client")
        .addStatement("this.table = table")
        .addStatement(
            "this.requests = new $T($L)",
            types.requests(),
            tables.stream().map(ParameterSpec::name).collect(Collectors.joining(", ")))
        .build();
  }

  /** {@code public MessageRequests requests()}. */
  private MethodSpec requests() {
    return MethodSpec.methodBuilder("requests")
        .addJavadoc("The requests that this repository sends.")
        .addModifiers(Modifier.PUBLIC)
        .returns(types.requests())
        .addStatement("return requests")
        .build();
  }
}
