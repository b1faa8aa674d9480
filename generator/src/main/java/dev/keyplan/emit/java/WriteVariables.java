package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import java.util.HashMap;

/**
 * The variables of a method that writes a record.
 *
 * @param record the parameter
 * @param map what is written, by its name in DynamoDB
 * @param values what makes the values
 */
record WriteVariables(String record, String map, String values) {
  /**
   * Those beside a parameter of any name.
   *
   * @param map how the map is called, unless the record is
   */
  static WriteVariables of(String record, String map, String otherwise) {
    return new WriteVariables(
        record,
        record.equals(map) ? otherwise : map,
        record.equals("values") ? "written" : "values");
  }

  /** {@code Map<String, AttributeValue> item = new HashMap<>(12);} with room for all entries. */
  CodeBlock newMap(int entries) {
    return CodeBlock.builder()
        .addStatement("$T $L = new $T<>($L)", Sdk.ITEM, map, HashMap.class, entries * 4 / 3 + 1)
        .build();
  }

  /** {@code Values values = new Values();}. */
  CodeBlock newValues(SupportTypes support) {
    return CodeBlock.builder()
        .addStatement("$1T $2L = new $1T()", support.values(), values)
        .build();
  }

  /** {@code item.put("name", …);}. */
  CodeBlock put(String name, CodeBlock value) {
    return CodeBlock.builder().addStatement("$L.put($S, $L)", map, name, value).build();
  }
}
