package dev.keyplan.proof;

/** How long texts and bytes in keys are taken to be. */
enum Lengths {
  /** As the model says: so are the items that it makes. */
  DECLARED,
  /** Of any length but empty: so are the keys that generated code takes. */
  ANY
}
