package dev.keyplan.emit;

/**
 * What the user may decide about the output.
 *
 * @param supportPackage the Java package of the support classes that generated classes share
 * @param annotateGenerated whether generated classes carry {@code @Generated}
 * @param clients for which clients there are repositories
 */
public record EmitOptions(String supportPackage, boolean annotateGenerated, Clients clients) {
  /** For the client whose calls wait for their answer. */
  public EmitOptions(String supportPackage, boolean annotateGenerated) {
    this(supportPackage, annotateGenerated, Clients.SYNC);
  }
}
