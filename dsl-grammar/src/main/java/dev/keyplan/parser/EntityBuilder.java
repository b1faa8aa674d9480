package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.AttributeContext;
import dev.keyplan.parser.antlr.KeyplanParser.EntityDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.EntityKeyContext;
import dev.keyplan.parser.antlr.KeyplanParser.FillingContext;
import dev.keyplan.parser.antlr.KeyplanParser.FillingSideContext;
import dev.keyplan.parser.antlr.KeyplanParser.KeyFillingContext;
import dev.keyplan.parser.antlr.KeyplanParser.MembershipContext;
import dev.keyplan.parser.antlr.KeyplanParser.OnlyContext;
import dev.keyplan.parser.antlr.KeyplanParser.UniqueContext;
import dev.keyplan.parser.antlr.KeyplanParser.VolumeContext;
import dev.keyplan.parser.antlr.KeyplanParser.WasContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import dev.keyplan.syntax.EntityDeclaration;
import java.util.List;
import java.util.Optional;

/** Builds what stands in an entity. */
final class EntityBuilder extends KeyplanParserBaseVisitor<EntityDeclaration.Member> {
  private final Spans spans;
  private final WordBuilder words;
  private final TextBuilder texts;
  private final AttributeBuilder attributes;
  private final ConditionBuilder conditions;

  EntityBuilder(
      Spans spans,
      WordBuilder words,
      TextBuilder texts,
      AttributeBuilder attributes,
      ConditionBuilder conditions) {
    this.spans = spans;
    this.words = words;
    this.texts = texts;
    this.attributes = attributes;
    this.conditions = conditions;
  }

  /** The members that could be read to their end. */
  List<EntityDeclaration.Member> members(EntityDeclarationContext context) {
    return context.entityMember().stream()
        .filter(Contexts::isComplete)
        .map(member -> visit(member.getChild(0)))
        .toList();
  }

  @Override
  public EntityDeclaration.Member visitEntityKey(EntityKeyContext context) {
    return new EntityDeclaration.Key(keyFilling(context.keyFilling()), spans.of(context));
  }

  @Override
  public EntityDeclaration.Member visitMembership(MembershipContext context) {
    return new EntityDeclaration.IndexMembership(
        words.name(context.name),
        Optional.ofNullable(context.keyFilling()).map(this::keyFilling),
        Optional.ofNullable(context.condition()).map(conditions::condition),
        spans.of(context));
  }

  @Override
  public EntityDeclaration.Member visitUnique(UniqueContext context) {
    return new EntityDeclaration.Unique(texts.paths().paths(context.path()), spans.of(context));
  }

  @Override
  public EntityDeclaration.Member visitVolume(VolumeContext context) {
    return new EntityDeclaration.Volume(
        words.number(context.number()), words.name(context.unit), spans.of(context));
  }

  @Override
  public EntityDeclaration.Member visitWas(WasContext context) {
    return new EntityDeclaration.Was(
        context.text().stream().map(texts::plain).toList(), spans.of(context));
  }

  @Override
  public EntityDeclaration.Member visitOnly(OnlyContext context) {
    return new EntityDeclaration.Only(
        context.word().stream().map(words::name).toList(), spans.of(context));
  }

  @Override
  public EntityDeclaration.Member visitAttribute(AttributeContext context) {
    return attributes.attribute(context);
  }

  private EntityDeclaration.KeyFilling keyFilling(KeyFillingContext context) {
    return new EntityDeclaration.KeyFilling(
        Optional.ofNullable(context.partition).map(this::side),
        Optional.ofNullable(context.sort).map(this::side),
        spans.of(context));
  }

  private EntityDeclaration.FillingSide side(FillingSideContext context) {
    return new EntityDeclaration.FillingSide(
        context.filling().stream().map(this::filling).toList(), spans.of(context));
  }

  private EntityDeclaration.Filling filling(FillingContext context) {
    return context.text() == null
        ? new EntityDeclaration.AttributeFilling(texts.paths().path(context.path()))
        : new EntityDeclaration.TemplateFilling(texts.template(context.text()));
  }
}
