package dev.keyplan.emit;

/**
 * What the user may decide about the output.
 *
 * @param supportPackage the Java package of the support classes that generated classes share
 * @param annotateGenerated whether generated classes carry {@code @Generated}
 * @param clients for which clients there are repositories
 * @param nullness which annotations say where null may be
 */
public record EmitOptions(
    String supportPackage, boolean annotateGenerated, Clients clients, Nullness nullness) {
  /** Without annotations for null. */
  public EmitOptions(String supportPackage, boolean annotateGenerated, Clients clients) {
    this(supportPackage, annotateGenerated, clients, Nullness.NONE);
  }

  /** For the client whose calls wait for their answer. */
  public EmitOptions(String supportPackage, boolean annotateGenerated) {
    this(supportPackage, annotateGenerated, Clients.SYNC);
  }
}
