package dev.keyplan.benchmarks;

import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** The table schemas of the Enhanced Client for one and the same item. */
final class EnhancedSchemas {
  static final TableSchema<OrderBean> BEAN = TableSchema.fromBean(OrderBean.class);

  static final TableSchema<ImmutableOrder> IMMUTABLE =
      TableSchema.fromImmutableClass(ImmutableOrder.class);

  static final TableSchema<OrderBean> STATIC = StaticSchemas.ORDER;

  private EnhancedSchemas() {}
}
