package dev.keyplan.model;

import java.util.List;

/** What an entity writes into one key attribute. */
public sealed interface Filling permits Filling.FromTemplate, Filling.FromAttribute {
  /** The attributes it is made of, in order. */
  List<Attribute> attributes();

  /** Those of them whose values can be read from what it writes, in order. */
  List<Attribute> held();

  /** As the language writes it. */
  String text();

  /** A text, made from a template. */
  record FromTemplate(KeyTemplate template) implements Filling {
    @Override
    public List<Attribute> attributes() {
      return template.attributes();
    }

    @Override
    public List<Attribute> held() {
      return template.holes().stream()
          .filter(KeyTemplate.Hole::holdsValue)
          .map(KeyTemplate.Hole::attribute)
          .toList();
    }

    @Override
    public String text() {
      return '"' + template.text() + '"';
    }
  }

  /** The value of an attribute as it is stored, in its own type. */
  record FromAttribute(Attribute attribute) implements Filling {
    @Override
    public List<Attribute> attributes() {
      return List.of(attribute);
    }

    @Override
    public List<Attribute> held() {
      return List.of(attribute);
    }

    @Override
    public String text() {
      return attribute.name();
    }
  }
}
