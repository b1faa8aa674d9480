package dev.keyplan.emit.java;

import dev.keyplan.model.Attribute;
import dev.keyplan.naming.JavaNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the methods of one update are called. A method that would be called as one of another
 * attribute has an underscore behind its name; those that set an attribute never give way.
 */
final class UpdateNames {
  private final Map<String, Attribute> owners = new HashMap<>();

  UpdateNames(List<Attribute> attributes) {
    attributes.forEach(attribute -> owners.put(JavaNames.component(attribute.name()), attribute));
  }

  /** The name of a method that changes an attribute. */
  String of(String wanted, Attribute attribute) {
    String name = wanted;
    while (!owners.computeIfAbsent(name, free -> attribute).equals(attribute)) {
      name += "_";
    }
    return name;
  }

  /** The name of a method that is for no attribute alone. */
  String free(String wanted) {
    String name = wanted;
    while (owners.containsKey(name)) {
      name += "_";
    }
    return name;
  }
}
