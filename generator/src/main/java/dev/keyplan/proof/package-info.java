/**
 * What can be proved about keys. {@link dev.keyplan.proof.KeyOverlap} decides whether two entities
 * can have the same key, and shows two items that would.
 *
 * <p>The texts that a filling can make are a regular language over code points: literals, and for
 * each hole what the type and the character behind the hole allow. The proofs hold only because
 * generated code refuses every value outside of these languages before it is written.
 */
package dev.keyplan.proof;
