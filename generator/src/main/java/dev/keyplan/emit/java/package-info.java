/**
 * Java from a design: records, codecs, requests and repositories on the AWS SDK, as if written by
 * hand.
 *
 * <p>{@link dev.keyplan.emit.java.JavaEmitter} lists what is generated. Each generated class has a
 * class here that writes it, named after it with {@code Spec} behind, with one method for each
 * generated member; the Javadoc of that method shows the code. What they share: {@code JavaContext}
 * knows the design and the names of all generated classes, {@code TypeMapping} everything that
 * depends on an attribute's type, {@code KeyFunctions} and {@code KeyExpressions} the texts of
 * keys, {@code Placeholders} and {@code ConditionExpression} DynamoDB's expressions.
 *
 * <p>Text of the design gets into the output in three ways only: as an identifier through {@code
 * JavaNames}, as a string literal through {@code $S}, as documentation through {@code JavadocText}.
 */
package dev.keyplan.emit.java;
