package dev.keyplan.generate;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to generate, and where.
 *
 * @param outputDirectory the root of the Java sources
 * @param resourceDirectory the root of everything else
 * @param supportPackage the Java package of the classes that all generated classes share; without
 *     one, {@code support} below what all namespaces have in common
 * @param annotateGenerated whether generated classes carry {@code @Generated}
 * @param clients for which clients of the AWS SDK there are repositories: {@code sync}, {@code
 *     async} or {@code both}
 * @param nullness which annotations say where null may be: {@code none} or {@code jspecify}
 */
public record OutputRequest(
    Path outputDirectory,
    Path resourceDirectory,
    Optional<String> supportPackage,
    boolean annotateGenerated,
    String clients,
    String nullness) {}
