/**
 * The shape of a model file.
 *
 * <p>Deliberately permissive: clauses come in any order and number, types, traits, modes and units
 * are any word. What is wrong with those can be explained much better with the whole declaration in
 * hand than at the first surprising token. Line ends mean nothing here; they matter to the recovery
 * from errors and to a few checks.
 *
 * <p>Where a member, a clause or a declaration goes wrong, RecoveringStrategy abandons that rule alone,
 * so each of them is a rule of its own. Lists are flat, not recursive: a condition of a hundred thousand
 * terms must not exhaust the stack.
 */
parser grammar KeyplanParser;

options { tokenVocab = KeyplanLexer; }

modelFile
    : namespace? declaration* EOF
    ;

namespace
    : NAMESPACE qualifiedName
    ;

declaration
    : tableDeclaration
    | entityDeclaration
    | structDeclaration
    | enumDeclaration
    | patternDeclaration
    ;

// ---- table

tableDeclaration
    : TABLE tableHead LBRACE tableMember* RBRACE
    ;

tableHead
    : name=word tableName=text?
    ;

tableMember
    : tableKey
    | tableIndex
    | billing
    | tags
    | setting
    ;

tableKey
    : KEY partition=keySide (SLASH sort=keySide)?
    ;

tableIndex
    : INDEX name=word indexName=text? partition=keySide (SLASH sort=keySide)? indexOption*          #globalIndex
    | LOCAL INDEX name=word indexName=text? partition=word? SLASH sort=keySide indexOption*          #localIndex
    ;

keySide
    : keyAttribute
    | LPAREN keyAttribute (COMMA keyAttribute)* RPAREN
    ;

keyAttribute
    : name=physicalName (COLON type=word)?
    ;

indexOption
    : projection
    | amount
    ;

projection
    : PROJECT kind=word
    | PROJECT LPAREN physicalName (COMMA physicalName)* RPAREN
    ;

billing
    : BILLING kind=word amount*
    ;

amount
    : MAX? kind=(READ | WRITE) number
    ;

tags
    : TAGS LBRACE (tag COMMA?)* RBRACE
    ;

tag
    : key=physicalName COLON value=text
    ;

setting
    : name=IDENT value=literal
    ;

physicalName
    : word
    | text
    ;

// ---- entity, struct

entityDeclaration
    : ENTITY entityHead LBRACE entityMember* RBRACE
    ;

entityHead
    : name=word typeValue=text? (IN table=qualifiedName)?
    ;

structDeclaration
    : STRUCT head LBRACE structMember* RBRACE
    ;

head
    : name=word
    ;

structMember
    : attribute COMMA?
    ;

entityMember
    : entityKey
    | membership
    | unique
    | volume
    | was
    | only
    | attribute COMMA?
    ;

entityKey
    : KEY keyFilling
    ;

membership
    : INDEX name=word (EQUAL keyFilling)? (WHEN condition)?
    ;

keyFilling
    : partition=fillingSide (SLASH sort=fillingSide)?
    | SLASH sort=fillingSide
    ;

fillingSide
    : filling
    | LPAREN filling (COMMA filling)* RPAREN
    ;

filling
    : text
    | path
    ;

unique
    : UNIQUE path
    | UNIQUE LPAREN path (COMMA path)* RPAREN
    ;

volume
    : VOLUME number unit=IDENT
    ;

was
    : WAS text (COMMA text)*
    ;

only
    : ONLY word (COMMA word)*
    ;

attribute
    : name=word storedName=text? COLON typeReference optional=QUESTION? (EQUAL defaultValue=literal)? trait*
    ;

typeReference
    : qualifiedName (LPAREN argument (COMMA argument)* RPAREN)? (LESS typeReference (COMMA typeReference)* GREATER)?
    ;

argument
    : low=number RANGE high=number?     #range
    | RANGE high=number                 #range
    | literal                           #value
    ;

trait
    : AT word (LPAREN literal (COMMA literal)* RPAREN)?
    ;

// ---- enum

enumDeclaration
    : ENUM head LBRACE (enumConstant COMMA?)* RBRACE
    ;

enumConstant
    : name=word storedText=text?
    ;

// ---- pattern

patternDeclaration
    : PATTERN head LBRACE operation? clause* RBRACE
    ;

operation
    : single (AS alias=word)?
    | transaction
    ;

single
    : verb EACH? (STAR (IN table=qualifiedName)? | qualifiedName (COMMA qualifiedName)*)
    ;

transaction
    : TRANSACT LBRACE (transactMember COMMA?)* RBRACE
    ;

transactMember
    : single (AS alias=word)? (memberClauses | clause*)
    ;

memberClauses
    : LBRACE clause* RBRACE
    ;

verb
    : GET | QUERY | SCAN | COUNT | CREATE | PUT | UPDATE | MOVE | DELETE | CHECK
    ;

clause
    : WHERE condition                                       #whereClause
    | FILTER condition                                      #filterClause
    | IF condition                                          #ifClause
    | ORDER path (COMMA path)* direction=(ASC | DESC)?      #orderClause
    | LIMIT number                                          #limitClause
    | PAGE number                                           #pageClause
    | CONSISTENT                                            #consistentClause
    | FETCH                                                 #fetchClause
    | WITH state=IDENT                                      #withClause
    | SELECT path (COMMA path)* (AS alias=word)?            #selectClause
    | VIA word                                              #viaClause
    | RATE number SLASH unit=IDENT                          #rateClause
    | EXPECT number unit=IDENT                              #expectClause
    | RETURNS state=IDENT                                   #returnsClause
    | SET assignment (COMMA assignment)*                    #setClause
    | ADD path EACH? operand                                #addClause
    | APPEND path EACH? operand                             #appendClause
    | PREPEND path EACH? operand                            #prependClause
    | REMOVE removal (COMMA removal)*                       #removeClause
    ;

// No word may follow the attribute: it would be taken from the next clause.
removal
    : path (EACH? elements)?
    ;

elements
    : parameter     #parameterElements
    | number        #numberElements
    | text          #textElements
    ;

assignment
    : path (EQUAL assignedValue)?
    ;

assignedValue
    : left=operand (operator=(PLUS | MINUS) right=operand)?
    ;

// ---- conditions

condition
    : conjunction (OR conjunction)*
    ;

conjunction
    : term (AND term)*
    ;

// `not` wants parentheses: before a bare attribute it could be an attribute's name itself.
term
    : NOT LPAREN condition RPAREN                                       #negation
    | LPAREN condition RPAREN                                           #group
    | left=operand comparison right=operand                             #comparisonTerm
    | operand BETWEEN low=operand AND high=operand                      #betweenTerm
    | left=operand function=(BEGINS_WITH | CONTAINS | IN) right=operand #infixTerm
    | left=operand IN LPAREN values+=operand (COMMA values+=operand)* RPAREN  #listTerm
    | call                                                              #callTerm
    | path                                                              #bareTerm
    ;

comparison
    : EQUAL
    | NOT_EQUAL
    | LESS
    | LESS_EQUAL
    | GREATER EQUAL?
    ;

operand
    : parameter     #parameterOperand
    | number        #numberOperand
    | text          #textOperand
    | call          #callOperand
    | path          #pathOperand
    ;

call
    : function=(IDENT | BEGINS_WITH | CONTAINS) LPAREN (operand (COMMA operand)*)? RPAREN
    ;

parameter
    : COLON word
    ;

// ---- words and values

literal
    : number            #numberLiteral
    | text              #textLiteral
    | qualifiedName     #wordLiteral
    ;

number
    : MINUS? NUMBER
    ;

// One rule for names, texts and templates: only the place tells which of them it is.
text
    : QUOTE textPart* end=(QUOTE_END | TEXT_BREAK)
    | FOREIGN_TEXT
    ;

textPart
    : TEXT
    | ESCAPE
    | STRAY_BRACE
    | REPETITION
    | hole
    ;

hole
    : HOLE_OPEN path holeFunction* HOLE_CLOSE
    ;

holeFunction
    : COLON word (LPAREN literal (COMMA literal)* RPAREN)?
    ;

path
    : word pathStep*
    ;

pathStep
    : DOT word                          #memberStep
    | LBRACKET NUMBER RBRACKET          #elementStep
    | LBRACKET text RBRACKET            #entryStep
    | LBRACKET parameter RBRACKET       #namedEntryStep
    ;

qualifiedName
    : word (DOT word)*
    ;

word
    : IDENT
    | NAMESPACE | TABLE | ENTITY | STRUCT | ENUM | PATTERN | IN
    | KEY | INDEX | LOCAL | PROJECT | BILLING | MAX | READ | WRITE | TAGS | UNIQUE | VOLUME | WAS | ONLY | WHEN
    | TRANSACT | GET | QUERY | SCAN | COUNT | CREATE | PUT | UPDATE | MOVE | DELETE | CHECK | EACH | AS
    | WHERE | FILTER | IF | ORDER | ASC | DESC | LIMIT | PAGE | CONSISTENT | FETCH | WITH | SELECT | VIA
    | RATE | EXPECT | RETURNS | SET | ADD | APPEND | PREPEND | REMOVE
    | AND | OR | NOT | BETWEEN | BEGINS_WITH | CONTAINS
    ;
