/**
 * The words and signs of the language.
 *
 * <p>Three decisions shape this file. Every keyword is soft: the parser's rule `word` lists them all,
 * and types, traits, modes and units are no keywords at all. A quoted text has a mode of its own and
 * a hole in it another, so that each hole has its own place in the file; whatever ends a text early,
 * a quote in a hole or the end of the line, leaves both modes at once and costs one error. And what
 * people write out of habit with other languages has tokens too, only to be explained.
 */
lexer grammar KeyplanLexer;

channels { DOCUMENTATION }

// Declarations
NAMESPACE   : 'namespace' ;
TABLE       : 'table' ;
ENTITY      : 'entity' ;
STRUCT      : 'struct' ;
ENUM        : 'enum' ;
PATTERN     : 'pattern' ;
IN          : 'in' ;

// Members of tables and entities
KEY         : 'key' ;
INDEX       : 'index' ;
LOCAL       : 'local' ;
PROJECT     : 'project' ;
BILLING     : 'billing' ;
MAX         : 'max' ;
READ        : 'read' ;
WRITE       : 'write' ;
TAGS        : 'tags' ;
UNIQUE      : 'unique' ;
VOLUME      : 'volume' ;
WAS         : 'was' ;
ONLY        : 'only' ;
WHEN        : 'when' ;

// Verbs
TRANSACT    : 'transact' ;
GET         : 'get' ;
QUERY       : 'query' ;
SCAN        : 'scan' ;
COUNT       : 'count' ;
CREATE      : 'create' ;
PUT         : 'put' ;
UPDATE      : 'update' ;
MOVE        : 'move' ;
DELETE      : 'delete' ;
CHECK       : 'check' ;
EACH        : 'each' ;
AS          : 'as' ;

// Clauses
WHERE       : 'where' ;
FILTER      : 'filter' ;
IF          : 'if' ;
ORDER       : 'order' ;
ASC         : 'asc' ;
DESC        : 'desc' ;
LIMIT       : 'limit' ;
PAGE        : 'page' ;
CONSISTENT  : 'consistent' ;
FETCH       : 'fetch' ;
WITH        : 'with' ;
SELECT      : 'select' ;
VIA         : 'via' ;
RATE        : 'rate' ;
EXPECT      : 'expect' ;
RETURNS     : 'returns' ;
SET         : 'set' ;
ADD         : 'add' ;
APPEND      : 'append' ;
PREPEND     : 'prepend' ;
REMOVE      : 'remove' ;

// Conditions
AND         : 'and' ;
OR          : 'or' ;
NOT         : 'not' ;
BETWEEN     : 'between' ;
BEGINS_WITH : 'begins_with' ;
CONTAINS    : 'contains' ;

// Signs. There is no token for `>=`: in `list<Line>= now` the two do not belong together.
LBRACE      : '{' ;
RBRACE      : '}' ;
LPAREN      : '(' ;
RPAREN      : ')' ;
LBRACKET    : '[' ;
RBRACKET    : ']' ;
COLON       : ':' ;
COMMA       : ',' ;
RANGE       : '..' ;
DOT         : '.' ;
SLASH       : '/' ;
QUESTION    : '?' ;
AT          : '@' ;
STAR        : '*' ;
PLUS        : '+' ;
MINUS       : '-' ;
EQUAL       : '=' ;
NOT_EQUAL   : '<>' ;
LESS_EQUAL  : '<=' ;
LESS        : '<' ;
GREATER     : '>' ;

// A name may begin with any letter of any script. That it is in normal form C is checked later:
// a decomposed `größe` would otherwise fall apart in the middle.
IDENT       : WORD_START WORD_PART* ;
NUMBER      : DIGITS ( '.' DIGITS )? ;

QUOTE       : '"' -> pushMode(TEXT_MODE) ;

// Three slashes, not more. On a channel of its own: documentation may stand where no rule asks for it.
DOC         : '///' ( ~[/\n] ~[\n]* )? -> channel(DOCUMENTATION) ;
COMMENT     : '//' ~[\n]* -> channel(HIDDEN) ;
SPACE       : [ \t\f\n]+ -> skip ;

// Tokens that exist only to be explained. A block comment without an end goes on to that of the file:
// to look for the end again and again would take quadratic time.
SEMICOLON       : ';' ;
EQUAL_EQUAL     : '==' '='? ;
BANG_EQUAL      : '!=' ;
BANG            : '!' ;
AND_AND         : '&&' '&'? ;
OR_OR           : '||' ;
COLON_EQUAL     : ':=' ;
ARROW           : '->' | '=>' ;
ELLIPSIS        : '...' '.'* | '\u2026' ;
DOLLAR_NAME     : '$' '{'? WORD_START WORD_PART* '}'? ;
FOREIGN_TEXT    : '\'' ~['\n]* '\''
                | [\u201C\u201D\u201E] ~[\u201C\u201D\n"]* [\u201C\u201D"]
                | [\u2018\u2019] ~[\u2018\u2019\n]* [\u2018\u2019]
                | '`' ~[`\n]* '`' ;
DASH_COMMENT    : '--' ~[\n]* ;
HASH_COMMENT    : '#' ( ~[{\n] ~[\n]* )? ;
BLOCK_COMMENT   : '/*' ( ~'*' | '*'+ ~[*/] )* ( '*'+ '/'? )? ;
FOREIGN_SPACE   : [\u00A0\u1680\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF\u000B\u0085\u2028\u2029]+ ;
GLUED_NUMBER    : DIGITS ( '.' DIGITS )? [\p{ID_Start}] WORD_PART* ;
UNKNOWN         : . ;

fragment WORD_START : [\p{ID_Start}_] ;
fragment WORD_PART  : [\p{ID_Continue}] ;
fragment DIGITS     : [0-9] [0-9_]* ;

/** Between quotes. */
mode TEXT_MODE;

TEXT        : ~["\\{}\n]+ ;
ESCAPE      : '\\' ~[\n] ;
LONE_ESCAPE : '\\' -> type(UNKNOWN) ;
// In a regular expression, `[A-Z]{3}` is no hole; in a key it is a mistake that looks like one.
REPETITION  : '{' [0-9]+ ( ',' [0-9]* )? '}' ;
HOLE_OPEN   : '{' -> mode(HOLE_MODE) ;
STRAY_BRACE : '}' ;
QUOTE_END   : '"' -> popMode ;
TEXT_BREAK  : '\n' -> popMode ;

/** Between the braces of a hole. No word is a keyword here. */
mode HOLE_MODE;

HOLE_CLOSE    : '}' -> mode(TEXT_MODE) ;
HOLE_WORD     : WORD_START WORD_PART* -> type(IDENT) ;
HOLE_NUMBER   : DIGITS -> type(NUMBER) ;
HOLE_COLON    : ':' -> type(COLON) ;
HOLE_DOT      : '.' -> type(DOT) ;
HOLE_COMMA    : ',' -> type(COMMA) ;
HOLE_MINUS    : '-' -> type(MINUS) ;
HOLE_LPAREN   : '(' -> type(LPAREN) ;
HOLE_RPAREN   : ')' -> type(RPAREN) ;
HOLE_LBRACKET : '[' -> type(LBRACKET) ;
HOLE_RBRACKET : ']' -> type(RBRACKET) ;
HOLE_SPACE    : [ \t]+ -> skip ;
HOLE_QUOTE    : '"' -> type(QUOTE_END), popMode ;
HOLE_BREAK    : '\n' -> type(TEXT_BREAK), popMode ;
HOLE_UNKNOWN  : . -> type(UNKNOWN) ;
