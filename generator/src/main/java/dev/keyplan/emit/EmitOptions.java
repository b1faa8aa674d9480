package dev.keyplan.emit;

/**
 * What the user may decide about the output.
 *
 * @param supportPackage the Java package of the support classes that generated classes share
 * @param annotateGenerated whether generated classes carry {@code @Generated}
 */
public record EmitOptions(String supportPackage, boolean annotateGenerated) {}
