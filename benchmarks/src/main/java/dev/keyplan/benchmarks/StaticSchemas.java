package dev.keyplan.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/** The table schema that is written by hand. */
final class StaticSchemas {
  private static final TableSchema<AddressBean> ADDRESS =
      TableSchema.builder(AddressBean.class)
          .newItemSupplier(AddressBean::new)
          .addAttribute(
              String.class,
              a -> a.name("street").getter(AddressBean::getStreet).setter(AddressBean::setStreet))
          .addAttribute(
              String.class,
              a -> a.name("city").getter(AddressBean::getCity).setter(AddressBean::setCity))
          .addAttribute(
              String.class,
              a -> a.name("zip").getter(AddressBean::getZip).setter(AddressBean::setZip))
          .build();

  static final TableSchema<OrderBean> ORDER =
      TableSchema.builder(OrderBean.class)
          .newItemSupplier(OrderBean::new)
          .addAttribute(
              String.class,
              a ->
                  a.name("pk")
                      .getter(OrderBean::getPk)
                      .setter(OrderBean::setPk)
                      .tags(StaticAttributeTags.primaryPartitionKey()))
          .addAttribute(
              String.class,
              a ->
                  a.name("sk")
                      .getter(OrderBean::getSk)
                      .setter(OrderBean::setSk)
                      .tags(StaticAttributeTags.primarySortKey()))
          .addAttribute(
              String.class,
              a ->
                  a.name("gsi1pk")
                      .getter(OrderBean::getGsi1pk)
                      .setter(OrderBean::setGsi1pk)
                      .tags(StaticAttributeTags.secondaryPartitionKey("byStatus")))
          .addAttribute(
              String.class,
              a ->
                  a.name("gsi1sk")
                      .getter(OrderBean::getGsi1sk)
                      .setter(OrderBean::setGsi1sk)
                      .tags(StaticAttributeTags.secondarySortKey("byStatus")))
          .addAttribute(
              String.class,
              a -> a.name("_type").getter(OrderBean::getType).setter(OrderBean::setType))
          .addAttribute(
              String.class, a -> a.name("id").getter(OrderBean::getId).setter(OrderBean::setId))
          .addAttribute(
              String.class,
              a ->
                  a.name("customerId")
                      .getter(OrderBean::getCustomerId)
                      .setter(OrderBean::setCustomerId))
          .addAttribute(
              Instant.class,
              a -> a.name("placedAt").getter(OrderBean::getPlacedAt).setter(OrderBean::setPlacedAt))
          .addAttribute(
              Status.class,
              a -> a.name("status").getter(OrderBean::getStatus).setter(OrderBean::setStatus))
          .addAttribute(
              Long.class,
              a -> a.name("quantity").getter(OrderBean::getQuantity).setter(OrderBean::setQuantity))
          .addAttribute(
              BigDecimal.class,
              a -> a.name("total").getter(OrderBean::getTotal).setter(OrderBean::setTotal))
          .addAttribute(
              BigDecimal.class,
              a -> a.name("discount").getter(OrderBean::getDiscount).setter(OrderBean::setDiscount))
          .addAttribute(
              Boolean.class,
              a -> a.name("gift").getter(OrderBean::isGift).setter(OrderBean::setGift))
          .addAttribute(
              EnhancedType.documentOf(AddressBean.class, ADDRESS),
              a -> a.name("shipTo").getter(OrderBean::getShipTo).setter(OrderBean::setShipTo))
          .addAttribute(
              EnhancedType.listOf(String.class),
              a -> a.name("lines").getter(OrderBean::getLines).setter(OrderBean::setLines))
          .addAttribute(
              EnhancedType.setOf(String.class),
              a -> a.name("labels").getter(OrderBean::getLabels).setter(OrderBean::setLabels))
          .addAttribute(
              SdkBytes.class,
              a ->
                  a.name("signature")
                      .getter(OrderBean::getSignature)
                      .setter(OrderBean::setSignature))
          .addAttribute(
              String.class,
              a -> a.name("note").getter(OrderBean::getNote).setter(OrderBean::setNote))
          .build();

  private StaticSchemas() {}
}
