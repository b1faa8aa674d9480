package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a method of a repository sends, and what it makes of the answer, whatever the client.
 *
 * @param prepared statements before it
 * @param sent the expression that sends it
 * @param isOfSdk whether the client itself is called, not a support class that knows what to do
 */
record Call(
    CodeBlock prepared, CodeBlock sent, boolean isOfSdk, Result result, Optional<Failure> failure) {

  /** What the method returns. */
  sealed interface Result {
    record Nothing() implements Result {}

    /** What the support class returns. */
    record AsSent() implements Result {}

    /** What is known without the answer. */
    record Known(CodeBlock value) implements Result {}

    /**
     * What is in the answer.
     *
     * @param read given the answer as an expression
     * @param isOnce whether it is used only once, so that it needs no variable
     */
    record Read(ClassName response, Function<CodeBlock, CodeBlock> read, boolean isOnce)
        implements Result {}
  }

  /**
   * A failure that the method explains.
   *
   * @param type of the SDK's exception
   * @param explained the exception in its place, given a variable with that of the SDK
   */
  record Failure(ClassName type, Function<String, CodeBlock> explained) {}

  /** A call of the client, which returns nothing yet. */
  static Call ofSdk(CodeBlock sent) {
    return new Call(CodeBlock.of(""), sent, true, new Result.Nothing(), Optional.empty());
  }

  /** A call of what has nothing to return. */
  static Call ofSupport(CodeBlock sent) {
    return new Call(CodeBlock.of(""), sent, false, new Result.Nothing(), Optional.empty());
  }

  /** A call of what returns what the method is to return. */
  static Call returning(CodeBlock sent) {
    return ofSupport(sent).with(new Result.AsSent());
  }

  Call after(CodeBlock statements) {
    return new Call(statements, sent, isOfSdk, result, failure);
  }

  Call failing(ClassName type, Function<String, CodeBlock> explained) {
    return new Call(prepared, sent, isOfSdk, result, Optional.of(new Failure(type, explained)));
  }

  Call known(CodeBlock value) {
    return with(new Result.Known(value));
  }

  Call reading(ClassName response, Function<CodeBlock, CodeBlock> read) {
    return with(new Result.Read(response, read, false));
  }

  Call readingOnce(ClassName response, Function<CodeBlock, CodeBlock> read) {
    return with(new Result.Read(response, read, true));
  }

  private Call with(Result other) {
    return new Call(prepared, sent, isOfSdk, other, failure);
  }
}
