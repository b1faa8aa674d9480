package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.PATH_INVALID;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.AttributePath.Step;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.ListType;
import dev.keyplan.model.AttributeType.MapType;
import dev.keyplan.model.AttributeType.SetType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operand.LiteralOperand;
import dev.keyplan.syntax.Operand.ParameterOperand;
import dev.keyplan.syntax.Path;
import dev.keyplan.syntax.TextLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Finds the values that paths name: whole attributes, and what is inside of them. */
final class PathResolver {
  private final AttributeScope attributes;
  private final Parameters parameters;
  private final Reporter reporter;

  PathResolver(AttributeScope attributes, Parameters parameters, Reporter reporter) {
    this.attributes = attributes;
    this.parameters = parameters;
    this.reporter = reporter;
  }

  /** What a path names; empty, with a report or an unsound reporter, if nothing. */
  Optional<AttributePath> find(Path path) {
    Optional<Attribute> first = attributes.find(path.first(), reporter);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    Attribute at = first.get();
    for (Path.Step written : path.steps().subList(1, path.steps().size())) {
      Optional<Step> step = step(at, written);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
      at = step.get().target();
    }
    return Optional.of(new AttributePath(first.get(), steps));
  }

  private Optional<Step> step(Attribute at, Path.Step step) {
    if (step instanceof Path.Member member) {
      return member(at, member.name());
    }
    if (step instanceof Path.Element element) {
      return element(at, element);
    }
    return entry(at, (Path.Entry) step);
  }

  private Optional<Step> member(Attribute at, Name name) {
    AttributeType type = at.type();
    if (!(type instanceof StructType struct)) {
      return refuse(at, name.span(), type instanceof MapType ? "[\"" + name.text() + "\"]" : "");
    }
    List<Attribute> members = struct.definition().attributes();
    for (Attribute member : members) {
      if (member.name().equals(name.text())) {
        return Optional.of(new AttributePath.Member(member));
      }
    }
    reporter.report(
        Suggestions.add(
            NAME_UNKNOWN
                .at(name.span(), "`%s` has no attribute `%s`".formatted(type.text(), name.text()))
                .withRelated(struct.definition().span(), "the struct"),
            name.text(),
            members.stream().map(Attribute::name).toList()));
    return Optional.empty();
  }

  private Optional<Step> element(Attribute at, Path.Element element) {
    if (!(at.type() instanceof ListType list)) {
      String text = element.index().span().text();
      return refuse(at, element.span(), at.type() instanceof MapType ? "[\"" + text + "\"]" : "");
    }
    OptionalLong index = Numbers.asLong(element.index());
    if (index.isEmpty() || index.getAsLong() > Integer.MAX_VALUE) {
      reporter.report(
          PATH_INVALID.at(element.index().span(), "the place in a list is a whole number from 0"));
      return Optional.empty();
    }
    return Optional.of(
        new AttributePath.Element((int) index.getAsLong(), at.withType(list.element())));
  }

  private Optional<Step> entry(Attribute at, Path.Entry entry) {
    if (!(at.type() instanceof MapType map)) {
      boolean isText = entry.key() instanceof LiteralOperand;
      boolean isMember = isText && at.type() instanceof StructType;
      return refuse(at, entry.span(), isMember ? "." + text(entry) : "");
    }
    Attribute value = at.withType(map.element());
    if (entry.key() instanceof ParameterOperand parameter) {
      Attribute key = at.withType(new StringType(1, OptionalInt.empty()));
      var met = parameters.meet(parameter.name().text(), key, parameter.span());
      return Optional.of(new AttributePath.NamedEntry(met.parameter(), value));
    }
    if (text(entry).isEmpty()) {
      reporter.report(PATH_INVALID.at(entry.key().span(), "the key of an entry is not empty"));
      return Optional.empty();
    }
    return Optional.of(new AttributePath.Entry(text(entry), value));
  }

  private static String text(Path.Entry entry) {
    return ((TextLiteral) ((LiteralOperand) entry.key()).literal()).value();
  }

  /**
   * @param instead the step that leads on from there; empty if there is none like it
   */
  private Optional<Step> refuse(Attribute at, Span span, String instead) {
    String type = at.type().text();
    Diagnostic problem =
        PATH_INVALID
            .at(span, "`%s` is a `%s`, which has no `%s`".formatted(at.name(), type, span.text()))
            .withRelated(at.span(), "declared here");
    reporter.report(
        instead.isEmpty()
            ? problem.withLabel(inside(at.type()))
            : problem.withHint("write `%s%s`".formatted(at.name(), instead)));
    return Optional.empty();
  }

  private static String inside(AttributeType type) {
    if (type instanceof StructType) {
      return "a struct has attributes: `.name`";
    }
    if (type instanceof ListType) {
      return "a list has elements: `[0]`";
    }
    if (type instanceof MapType) {
      return "a map has entries: `[\"key\"]`, `[:key]`";
    }
    return type instanceof SetType
        ? "the elements of a set have no places"
        : "there is nothing inside of it";
  }
}
