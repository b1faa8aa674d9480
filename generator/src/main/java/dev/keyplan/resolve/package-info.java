/**
 * From syntax trees to the model: names are looked up, defaults filled in, types worked out. The
 * way in is {@link dev.keyplan.resolve.Resolver}; there is one resolver for each kind of
 * declaration.
 *
 * <p>A declaration is <em>sound</em> if it was understood completely. Only sound declarations are
 * part of the model, so that whoever reads the model never meets half an entity. What refers to an
 * unsound declaration becomes unsound itself, in silence: the error has been reported where it was
 * made.
 *
 * <p>Order: scopes (which names there are), tables, enums, structs in the order of their nesting,
 * entities, patterns. References between entities ({@code Customer.id}) are followed through the
 * syntax trees, so that entities need no order.
 */
package dev.keyplan.resolve;
