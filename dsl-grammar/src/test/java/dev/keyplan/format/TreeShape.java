package dev.keyplan.format;

import dev.keyplan.parser.ModelParser;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Clause;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A syntax tree without its places, and with the clauses of each block in a fixed order. */
final class TreeShape {
  private TreeShape() {}

  static Object of(SourceFile file) {
    return shape(ModelParser.parse(file).value());
  }

  private static Object shape(Object value) {
    if (value instanceof Record node) {
      List<Object> shape = new ArrayList<>();
      shape.add(node.getClass().getSimpleName());
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        if (component.getType() != Span.class && component.getType() != SourceFile.class) {
          shape.add(shape(read(component, node)));
        }
      }
      return shape;
    }
    if (value instanceof List<?> list) {
      return sorted(list).stream().map(TreeShape::shape).toList();
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(TreeShape::shape);
    }
    return value;
  }

  private static List<?> sorted(List<?> list) {
    if (list.isEmpty() || !list.stream().allMatch(Clause.class::isInstance)) {
      return list;
    }
    return list.stream()
        .map(Clause.class::cast)
        .sorted(Comparator.comparing(Clause::keyword))
        .toList();
  }

  private static Object read(RecordComponent component, Record node) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
