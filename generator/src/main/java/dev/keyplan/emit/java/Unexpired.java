package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.Attribute;
import java.util.Optional;

/** Writes what leaves out the items that have expired when they have been read. */
final class Unexpired {
  private final SupportTypes support;

  Unexpired(SupportTypes support) {
    this.support = support;
  }

  /** {@code Unexpired.at(table.clock().instant(), "endsAt")}. */
  CodeBlock test(Attribute expiry, CodeBlock now) {
    return CodeBlock.of("$T.at($L, $S)", support.unexpired(), now, expiry.storedName());
  }

  /** {@code batch()}, or {@code batch().only(Unexpired.at(…))} where items expire. */
  CodeBlock batch(Optional<Attribute> expiry, CodeBlock now) {
    return expiry
        .map(e -> CodeBlock.of("batch().only($L)", test(e, now)))
        .orElse(CodeBlock.of("batch()"));
  }

  /** The same for a call of it, on lines of its own. */
  CodeBlock batchOnLines(Optional<Attribute> expiry, CodeBlock now) {
    return expiry
        .map(e -> CodeBlock.of("batch()\n.only($L)\n", test(e, now)))
        .orElse(CodeBlock.of("batch()"));
  }

  /** One more argument, if items expire. */
  CodeBlock argument(Optional<Attribute> expiry, LocalNames names) {
    return expiry
        .map(e -> CodeBlock.of(",\n$L", test(e, Stamps.reading(names))))
        .orElse(CodeBlock.of(""));
  }

  /** Returns the item of a get, if there is one that has not expired. */
  Call item(Call call, ClassName codec, Optional<Attribute> expiry, LocalNames names) {
    return call.reading(
        Sdk.GET_ITEM_RESPONSE,
        answer ->
            CodeBlock.of(
                "$1L\n? $2T.of($3T.read($4L.item()))\n: $2T.empty()",
                hasItem(expiry, answer, names),
                Optional.class,
                codec,
                answer));
  }

  /** {@code response.hasItem()}, and that the item has not expired. */
  private CodeBlock hasItem(Optional<Attribute> expiry, CodeBlock response, LocalNames names) {
    return expiry
        .map(
            e ->
                CodeBlock.of(
                    "$1L.hasItem()\n$>$>&& $2L.test($1L.item())$<$<",
                    response,
                    test(e, Stamps.reading(names))))
        .orElse(CodeBlock.of("$L.hasItem()", response));
  }
}
