package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.Optional;

/** {@code namespace com.acme.shop}: the Java package of everything in the file. */
public record Namespace(Optional<Documentation> documentation, QualifiedName name, Span span)
    implements Node {}
