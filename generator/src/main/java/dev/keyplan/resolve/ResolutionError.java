package dev.keyplan.resolve;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.Span;

/** What resolution can find wrong. The name of a constant is the id of its diagnostics. */
public enum ResolutionError {
  /** A file does not say which namespace it belongs to. */
  NAMESPACE_MISSING,
  /** A part of a namespace cannot be a part of a Java package. */
  NAMESPACE_INVALID,
  /** Two things of one kind have one name. */
  NAME_DUPLICATE,
  /** A name that nothing has. */
  NAME_UNKNOWN,
  /** A name on the right side that may be a constant or an attribute. */
  NAME_AMBIGUOUS,
  /** A word that is none of those that may stand in its place. */
  WORD_UNKNOWN,
  /** A separator with nothing behind it, so that the next clause's word was read as a name. */
  SEPARATOR_DANGLING,

  /** A type that there is not. */
  TYPE_UNKNOWN,
  /** A range or another argument that the type does not take. */
  TYPE_ARGUMENT_INVALID,
  /** What is no regular expression, or more than is regular. */
  REGULAR_EXPRESSION_INVALID,
  /** A pattern in which a time has several texts, or none. */
  TIMESTAMP_PATTERN_INVALID,
  /** A structure that contains itself. */
  RECURSIVE_STRUCT,
  /** Structures nested deeper than DynamoDB allows. */
  STRUCT_TOO_DEEP,
  /** References between attributes that go round in a circle. */
  RECURSIVE_REFERENCE,
  /** An enum without a constant. */
  ENUM_EMPTY,
  /** A constant that is not of the type it is used with, or outside its range. */
  VALUE_INVALID,
  /** A trait where it cannot stand. */
  TRAIT_INVALID,

  /** An option or an index that may stand in its line or entity once only. */
  LINE_TWICE,
  /** A table or entity without a key. */
  KEY_MISSING,
  /** A key with more attributes than such a key can have. */
  KEY_ATTRIBUTE_COUNT,
  /** Throughput where there is none, or none where there must be. */
  BILLING_INVALID,

  /** A key attribute that nothing fills. */
  KEY_NOT_FILLED,
  /** A filling for which there is no key attribute. */
  KEY_FILLING_UNEXPECTED,
  /** One key attribute, filled in two different ways. */
  KEY_FILLED_TWICE,
  /** A filling that is not of the key attribute's type. */
  KEY_TYPE_MISMATCH,
  /** A template that is one hole and nothing else. */
  TEMPLATE_IS_ATTRIBUTE,
  /** A function in a hole that does not fit the attribute, or what it is given. */
  HOLE_FUNCTION_INVALID,
  /** A template without anything in it. */
  TEMPLATE_EMPTY,
  /** Two attributes stored under one name. */
  STORED_NAME_DUPLICATE,
  /** A struct in items of tables that name attributes differently. */
  STORED_NAME_AMBIGUOUS,
  /** An attribute stored under a name that the table itself needs. */
  STORED_NAME_TAKEN,

  /** A verb where it cannot stand. */
  VERB_NOT_ALLOWED,
  /** A pattern over more entities, or fewer, than its verb takes. */
  ENTITY_COUNT,
  /** A read of entities that are in different tables. */
  COLLECTION_OVER_TABLES,
  /** A {@code query *} where there are several tables, or none. */
  TABLE_UNCLEAR,
  /** A name that does not lead to one attribute in each entity of a collection. */
  NAME_NOT_SHARED,
  /** A filter by entity where nothing but the keys tells the entities apart. */
  ENTITY_NOT_RECOGNISED,
  /** A clause that the verb does not take. */
  CLAUSE_NOT_ALLOWED,
  /** A clause that the verb cannot do without. */
  CLAUSE_MISSING,
  /** A number outside of what makes sense there. */
  NUMBER_INVALID,
  /** A {@code where} that is not a list of terms joined by {@code and}. */
  WHERE_NOT_A_CONJUNCTION,
  /** A {@code where} of a write that does not bind the primary key, and nothing else. */
  WHERE_NOT_THE_KEY,
  /** One attribute restricted or ordered by twice. */
  ATTRIBUTE_TWICE,
  /** An operator that does not fit the attribute or the clause. */
  OPERATOR_NOT_ALLOWED,
  /** A path into a value that has nothing like it inside. */
  PATH_INVALID,
  /** A value where an attribute is needed, or the other way round. */
  OPERAND_INVALID,
  /** One parameter with two types. */
  PARAMETER_TYPE_CONFLICT,
  /** Taking away an attribute that every item must have. */
  REMOVE_REQUIRED,
  /** Writing an attribute that every write gives its value. */
  MAINTAINED_ATTRIBUTE_SET,
  /** A batch of writes that would need conditions. */
  BATCH_WITHOUT_CONDITIONS,
  /** What cannot be unique. */
  UNIQUE_INVALID,
  /** A write that does not know which unique values it frees. */
  UNIQUE_NOT_KEPT,
  /** A tie that does not tie two members of a transaction. */
  TIE_INVALID;

  /** A diagnostic of this kind. */
  Diagnostic at(Span span, String message) {
    return Diagnostic.error(name(), span, message);
  }
}
