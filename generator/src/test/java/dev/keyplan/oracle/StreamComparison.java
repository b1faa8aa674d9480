package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.support.ItemChange;
import dev.keyplan.testing.JavaValues;
import java.lang.reflect.InvocationHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Compares what a stream tells of all writes with what there is in the end. */
final class StreamComparison {
  private final Map<List<Object>, Map<String, Object>> items = new LinkedHashMap<>();
  private final ModelSpec model;
  private final GeneratedModel generated;

  StreamComparison(ModelSpec model, GeneratedModel generated) {
    this.model = model;
    this.generated = generated;
  }

  /** Each change begins with what the one before has left; the last ones leave what is there. */
  void compare(List<Record> records, Oracle oracle) {
    Object stream = generated.stream(handler());
    records.forEach(record -> GeneratedModel.invoke(stream, "accept", List.of(record)));
    for (EntitySpec entity : model.entities()) {
      List<Map<String, Object>> told = new ArrayList<>();
      items.forEach(
          (key, item) -> {
            if (key.get(0).equals(entity.name())) {
              told.add(item);
            }
          });
      assertThat(told)
          .as("told by the stream of " + entity.name())
          .containsExactlyInAnyOrderElementsOf(oracle.all(entity));
    }
  }

  private InvocationHandler handler() {
    return (proxy, method, arguments) -> {
      if (method.getName().equals("otherwise")) {
        throw new AssertionError("The stream does not know " + arguments[0]);
      }
      if (arguments.length == 1 && arguments[0] instanceof ItemChange<?, ?> change) {
        change(model.entity(method.getName().substring("on".length())), change);
        return null;
      }
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    };
  }

  private void change(EntitySpec entity, ItemChange<?, ?> change) {
    Map<String, Object> named = JavaValues.components(change.key());
    List<Object> key = List.of(entity.name(), Oracle.key(entity, named));
    Optional<Map<String, Object>> old = change.oldImage().map(JavaValues::components);
    Optional<Map<String, Object>> now = change.newImage().map(JavaValues::components);
    assertThat(old).as("old image").isEqualTo(Optional.ofNullable(items.get(key)));
    now.ifPresentOrElse(item -> items.put(key, item), () -> items.remove(key));
  }
}
