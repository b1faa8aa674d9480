package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.Parameter;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.model.Selection;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Different names of a model stay different in Java, where attributes and parameters begin with a
 * small letter and give way to words of Java: no two attributes of an entity or struct, no two
 * parameters or members of a pattern, and no lists of the entities of a collection, have the same
 * name there; and no attribute that of the method that takes another one away.
 */
public final class JavaNameClash implements ModelRule {
  public static final String ID = "JAVA_NAME_CLASH";

  private static final String HINT =
      "give one of them another name, and keep the stored one in quotes";

  /** Something with a name. */
  private record Named(String kind, String name, Span span) {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Namespace namespace : model.namespaces()) {
      for (Entity entity : namespace.entities()) {
        attributes(entity.attributes(), found);
      }
      for (StructDefinition struct : namespace.structs()) {
        attributes(struct.attributes(), found);
      }
      namespace.patterns().forEach(pattern -> pattern(pattern, found));
    }
    return found;
  }

  private static void attributes(List<Attribute> attributes, List<Diagnostic> found) {
    Map<String, Named> components = new HashMap<>();
    Map<String, Named> removers = new HashMap<>();
    for (Attribute attribute : attributes) {
      Named named = new Named("attribute", attribute.name(), attribute.span());
      if (claim(JavaNames.component(named.name()), named, components, found)) {
        claim(JavaNames.remover(named.name()), named, removers, found);
      }
    }
    attributes.stream()
        .filter(Attribute::mayBeAbsent)
        .forEach(attribute -> without(attribute, components, found));
  }

  /** Records have {@code withoutNote()} for an optional {@code note}. */
  private static void without(
      Attribute attribute, Map<String, Named> components, List<Diagnostic> found) {
    String method = JavaNames.without(attribute.name());
    Named other = components.get(method);
    if (other != null) {
      found.add(
          Diagnostic.error(
                  ID,
                  other.span(),
                  "the attribute `%s` has the name of the method that takes `%s` away in Java"
                      .formatted(other.name(), attribute.name()))
              .withLabel("becomes `%s`".formatted(method))
              .withRelated(attribute.span(), "has `%s()`".formatted(method))
              .withHint(HINT));
    }
  }

  private static void pattern(Pattern pattern, List<Diagnostic> found) {
    Map<String, Named> taken = new HashMap<>();
    if (pattern instanceof TransactionPattern transaction) {
      for (TransactionPattern.Member member : transaction.members()) {
        Named named = new Named("member", member.name(), member.span());
        claim(JavaNames.variable(named.name()), named, taken, found);
      }
    }
    if (pattern instanceof ReadPattern read && read.returnsCollection()) {
      Map<String, Named> grouped = new HashMap<>();
      for (Entity entity : read.entities()) {
        Named named = new Named("entity", entity.name().toString(), read.span());
        claim(JavaNames.plural(entity.name().name()), named, grouped, found);
      }
    }
    if (pattern instanceof ReadPattern read) {
      read.selection().ifPresent(selection -> selected(selection, found));
    }
    if (pattern instanceof ReadTransactionPattern gets) {
      for (ReadTransactionPattern.Member member : gets.members()) {
        Named named = new Named("member", member.name(), member.span());
        claim(JavaNames.variable(named.name()), named, taken, found);
      }
    }
    for (Parameter parameter : pattern.parameters()) {
      Named named = new Named("parameter", parameter.name(), parameter.span());
      claim(JavaNames.variable(named.name()), named, taken, found);
    }
  }

  private static void selected(Selection selection, List<Diagnostic> found) {
    Map<String, Named> components = new HashMap<>();
    for (Selection.Part part : selection.parts()) {
      Named named = new Named("selected", part.path().text(), part.span());
      claim(JavaNames.component(part.component().name()), named, components, found);
    }
  }

  /** Whether the name was free. */
  private static boolean claim(
      String javaName, Named named, Map<String, Named> taken, List<Diagnostic> found) {
    Named other = taken.putIfAbsent(javaName, named);
    if (other == null) {
      return true;
    }
    Diagnostic clash =
        Diagnostic.error(
                ID,
                named.span(),
                "the %s `%s` and the %s `%s` have the same name in Java"
                    .formatted(named.kind(), named.name(), other.kind(), other.name()))
            .withLabel("becomes `%s`".formatted(javaName))
            .withRelated(other.span(), "becomes the same");
    found.add(named.kind().equals("attribute") ? clash.withHint(HINT) : clash);
    return false;
  }
}
