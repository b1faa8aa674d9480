package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ATTRIBUTE_TWICE;
import static dev.keyplan.resolve.ResolutionError.OPERAND_INVALID;
import static dev.keyplan.resolve.ResolutionError.OPERATOR_NOT_ALLOWED;
import static dev.keyplan.resolve.ResolutionError.REMOVE_REQUIRED;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.ListType;
import dev.keyplan.model.AttributeType.SetType;
import dev.keyplan.model.Change;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.model.TypeKind;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves what an update or a move changes. */
final class ChangeResolver {
  private final Entity entity;
  private final PathResolver paths;
  private final OperandResolver operands;
  private final SetValueResolver values;
  private final Reporter reporter;
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Attribute> removed = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  ChangeResolver(
      Entity entity, AttributeScope attributes, Parameters parameters, Reporter reporter) {
    this.entity = entity;
    this.paths = new PathResolver(attributes, parameters, reporter);
    this.operands = new OperandResolver(attributes, parameters, reporter);
    this.values = new SetValueResolver(paths, operands, parameters, reporter);
    this.reporter = reporter;
  }

  /** Whole attributes that are set to what the caller or the model knows. */
  List<Assignment> assignments() {
    return assignments;
  }

  /** Whole attributes that are removed. */
  List<Attribute> removed() {
    return removed;
  }

  /** All else. */
  List<Change> changes() {
    return changes;
  }

  void resolve(Clauses clauses) {
    clauses.get(Clause.Set.class).ifPresent(set -> set.assignments().forEach(this::set));
    clauses.all(Clause.Append.class).forEach(this::append);
    clauses.all(Clause.Add.class).forEach(this::add);
    clauses.get(Clause.Remove.class).ifPresent(clause -> clause.removals().forEach(this::remove));
  }

  /** What a pattern may change. */
  private Optional<AttributePath> find(Path path) {
    return paths
        .find(path)
        .filter(
            found -> MaintainedAttributes.mayBeWritten(found.attribute(), path.span(), reporter));
  }

  private void set(Clause.Assignment assignment) {
    Optional<AttributePath> path = find(assignment.attribute());
    if (path.isEmpty()) {
      return;
    }
    if (assignment.value().isPresent()) {
      values
          .resolve(path.get(), assignment.value().get(), assignment.span())
          .ifPresent(this::addSet);
    } else {
      operands
          .bare(path.get(), assignment.attribute())
          .ifPresent(value -> addSet(new Change.Replace(path.get(), value, assignment.span())));
    }
  }

  private void addSet(Change change) {
    boolean isKnown =
        change instanceof Change.Replace replace
            && change.path().isWhole()
            && !(replace.value() instanceof Operand.OfAttribute);
    if (isKnown) {
      Operand value = ((Change.Replace) change).value();
      assignments.add(new Assignment(change.path().attribute(), value, change.span()));
    } else {
      changes.add(change);
    }
  }

  private void append(Clause.Append append) {
    Optional<AttributePath> path = find(append.attribute());
    if (path.isEmpty()) {
      return;
    }
    Attribute target = path.get().target();
    if (!(target.type() instanceof ListType list)) {
      String hint =
          switch (target.type().kind()) {
            case SET, INTEGER, DECIMAL -> "add %s …".formatted(path.get().text());
            default -> "set %s = …".formatted(path.get().text());
          };
      refuse(
          "`%s` is for lists".formatted(append.keyword()),
          path.get(),
          append.attribute().span(),
          hint);
      return;
    }
    Attribute elements = append.isEach() ? target : target.withType(list.element());
    operands
        .resolve(append.value(), elements)
        .ifPresent(
            value ->
                changes.add(
                    new Change.Append(
                        path.get(),
                        append.isFirst(),
                        append.isEach(),
                        elements,
                        value,
                        append.span())));
  }

  private void add(Clause.Add add) {
    Optional<AttributePath> path = find(add.attribute());
    if (path.isEmpty()) {
      return;
    }
    Span span = add.attribute().span();
    AttributeType type = path.get().target().type();
    if (TypeFit.isExact(type)) {
      addNumber(add, path.get());
    } else if (type instanceof SetType set) {
      changeSet(path.get(), set, false, add.isEach(), add.value(), span, add.span());
    } else if (type.kind() == TypeKind.DOUBLE) {
      reporter.report(values.noDouble(path.get(), span));
    } else {
      String verb = type instanceof ListType ? "append %s …" : "set %s = …";
      refuse("`add` is for numbers and sets", path.get(), span, verb.formatted(path.get().text()));
    }
  }

  /** What is added where there is nothing becomes the value: it has to be one. */
  private void addNumber(Clause.Add add, AttributePath path) {
    if (add.isEach()) {
      reporter.report(
          OPERAND_INVALID
              .at(add.span(), "`each` is for sets, and `%s` is a number".formatted(path.text()))
              .withHint("`add %s %s`".formatted(path.text(), add.value().span().text())));
      return;
    }
    Attribute amount = path.mayBeAbsent() ? path.target() : SetValueResolver.amount(path.target());
    values
        .number(add.value(), amount)
        .ifPresent(value -> changes.add(new Change.AddNumber(path, value, amount, add.span())));
  }

  private void remove(Clause.Removal removal) {
    Optional<AttributePath> path = find(removal.attribute());
    if (path.isEmpty()) {
      return;
    }
    Span span = removal.attribute().span();
    if (removal.elements().isPresent()) {
      removeElements(removal, path.get(), span);
    } else if (!path.get().isWhole()) {
      if (isElement(path.get()) || checkOptional(path.get(), span)) {
        changes.add(new Change.Remove(path.get(), removal.span()));
      }
    } else if (removed.contains(path.get().attribute())) {
      reporter.report(
          ATTRIBUTE_TWICE.at(span, "`remove` names `%s` twice".formatted(path.get().text())));
    } else if (checkOptional(path.get(), span)) {
      removed.add(path.get().attribute());
    }
  }

  private void removeElements(Clause.Removal removal, AttributePath path, Span span) {
    AttributeType type = path.target().type();
    if (type instanceof SetType set) {
      changeSet(path, set, true, removal.isEach(), removal.elements().get(), span, removal.span());
    } else {
      String instead =
          switch (type.kind()) {
            case LIST -> path.text() + "[0]";
            case MAP -> path.text() + "[:key]";
            default -> path.text();
          };
      refuse("values are removed from sets", path, span, "remove " + instead);
    }
  }

  /** {@code add} and {@code remove} with elements. */
  private void changeSet(
      AttributePath path,
      SetType set,
      boolean isRemoval,
      boolean isEach,
      dev.keyplan.syntax.Operand value,
      Span pathSpan,
      Span span) {
    if (!path.isWhole()) {
      reporter.report(
          OPERATOR_NOT_ALLOWED
              .at(pathSpan, "DynamoDB changes the elements of sets only where they are attributes")
              .withLabel("this one is inside of `%s`".formatted(path.attribute().name()))
              .withHint(
                  "set the whole set: `set %1$s = :%2$s`"
                      .formatted(path.text(), path.target().name())));
      return;
    }
    Attribute elements = isEach ? path.target() : path.target().withType(set.element());
    operands
        .resolve(value, elements)
        .ifPresent(
            operand ->
                changes.add(
                    new Change.ChangeSet(path, isRemoval, isEach, elements, operand, span)));
  }

  private static boolean isElement(AttributePath path) {
    return path.last().filter(AttributePath.Element.class::isInstance).isPresent();
  }

  private boolean checkOptional(AttributePath path, Span span) {
    Attribute target = path.target();
    if (!path.mayBeAbsent()) {
      String owner =
          path.isWhole()
              ? entity.name().name()
              : path.parent().orElseThrow().target().type().text();
      reporter.report(
          REMOVE_REQUIRED
              .at(span, "every `%s` has `%s`".formatted(owner, target.name()))
              .withRelated(target.span(), "declared without `?`")
              .withHint(
                  "only optional attributes can be removed: `%s : %s?`"
                      .formatted(target.name(), target.type().text())));
    }
    return path.mayBeAbsent();
  }

  private void refuse(String purpose, AttributePath path, Span span, String hint) {
    reporter.report(
        OPERATOR_NOT_ALLOWED
            .at(
                span,
                "%s, and `%s` is a `%s`"
                    .formatted(purpose, path.text(), path.target().type().text()))
            .withRelated(path.target().span(), "declared here")
            .withHint("write `%s`".formatted(hint)));
  }
}
