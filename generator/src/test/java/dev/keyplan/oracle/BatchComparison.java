package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.Refusals.Answer;
import dev.keyplan.testing.JavaValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what comes of many items at once. */
record BatchComparison(Oracle oracle, GeneratedModel generated, StoredItems stored, Tally tally) {

  void compare(EntitySpec entity, String method, String verb, List<Map<String, Object>> given) {
    List<Map<String, Object>> items = given.stream().map(i -> filled(entity, i)).toList();
    Answer refusal = refusal(entity, verb, items);
    Object result;
    try {
      result = generated.call(entity, method, Map.of(), Map.of("each", items));
    } catch (IllegalArgumentException e) {
      tally.add("BATCH_REFUSED");
      assertThat(refusal).as("refusal: " + e.getMessage()).isNotEqualTo(Answer.NO);
      return;
    }
    assertThat(refusal).as("refusal").isNotEqualTo(Answer.YES);
    tally.add("BATCH_DONE");
    if (verb.equals("get each")) {
      assertThat(read((Map<?, ?>) result)).as("items").isEqualTo(found(entity, items));
      return;
    }
    for (Map<String, Object> item : items) {
      if (verb.equals("put each")) {
        oracle.put(entity, item);
      } else {
        oracle.delete(entity, item);
      }
    }
    items.forEach(item -> stored.check(entity, item));
    stored.checkIndexes();
  }

  private static Map<String, Object> filled(EntitySpec entity, Map<String, Object> item) {
    Map<String, Object> known = new LinkedHashMap<>(item);
    known.keySet().removeIf(name -> !entity.has(name));
    return Oracle.filled(entity, known);
  }

  private Answer refusal(EntitySpec entity, String verb, List<Map<String, Object>> items) {
    Answer refusal = Answer.NO;
    Set<List<Object>> keys = new HashSet<>();
    for (Map<String, Object> item : items) {
      Answer ofItem = new Refusals(entity).ofItem(item);
      if (!verb.equals("put each") && ofItem != Answer.NO) {
        ofItem = oracle.get(entity, item).isPresent() ? Answer.NO : Answer.MAYBE;
      }
      refusal = Answer.greater(refusal, ofItem);
      if (!keys.add(Oracle.key(entity, item)) && verb.equals("put each")) {
        refusal = Answer.YES;
      }
    }
    return refusal;
  }

  /** The keys and items of a result, in its order. */
  private static List<List<Map<String, Object>>> read(Map<?, ?> result) {
    List<List<Map<String, Object>>> entries = new ArrayList<>();
    result.forEach(
        (key, item) ->
            entries.add(List.of(JavaValues.components(key), JavaValues.components(item))));
    return entries;
  }

  private List<List<Map<String, Object>>> found(
      EntitySpec entity, List<Map<String, Object>> items) {
    List<List<Map<String, Object>>> entries = new ArrayList<>();
    for (Map<String, Object> item : items) {
      Optional<Map<String, Object>> there = oracle.found(entity, item);
      Map<String, Object> key = new LinkedHashMap<>(item);
      key.keySet().retainAll(entity.keyAttributes());
      there
          .map(found -> List.of(key, found))
          .filter(e -> !entries.contains(e))
          .ifPresent(entries::add);
    }
    return entries;
  }
}
