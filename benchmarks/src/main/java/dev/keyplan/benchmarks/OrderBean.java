package dev.keyplan.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/**
 * An order as the Enhanced Client wants a bean to be: keys are derived in getters, and their
 * setters do nothing.
 */
@DynamoDbBean
public class OrderBean {
  private String id;
  private String customerId;
  private Instant placedAt;
  private Status status;
  private long quantity;
  private BigDecimal total;
  private BigDecimal discount;
  private boolean gift;
  private AddressBean shipTo;
  private List<String> lines;
  private Set<String> labels;
  private SdkBytes signature;
  private String note;

  static OrderBean of(Order order) {
    OrderBean bean = new OrderBean();
    bean.id = order.id();
    bean.customerId = order.customerId();
    bean.placedAt = order.placedAt();
    bean.status = order.status();
    bean.quantity = order.quantity();
    bean.total = order.total();
    bean.discount = order.discount().orElse(null);
    bean.gift = order.gift();
    bean.shipTo = AddressBean.of(order.shipTo());
    bean.lines = order.lines();
    bean.labels = order.labels();
    bean.signature = order.signature();
    bean.note = order.note().orElse(null);
    return bean;
  }

  @DynamoDbPartitionKey
  public String getPk() {
    return "CUSTOMER#" + customerId;
  }

  public void setPk(String ignored) {}

  @DynamoDbSortKey
  public String getSk() {
    return "ORDER#" + placedAt + "#" + id;
  }

  public void setSk(String ignored) {}

  @DynamoDbSecondaryPartitionKey(indexNames = "byStatus")
  public String getGsi1pk() {
    return "STATUS#" + status;
  }

  public void setGsi1pk(String ignored) {}

  @DynamoDbSecondarySortKey(indexNames = "byStatus")
  public String getGsi1sk() {
    return placedAt + "#" + id;
  }

  public void setGsi1sk(String ignored) {}

  @DynamoDbAttribute("_type")
  public String getType() {
    return "Order";
  }

  public void setType(String ignored) {}

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getCustomerId() {
    return customerId;
  }

  public void setCustomerId(String customerId) {
    this.customerId = customerId;
  }

  public Instant getPlacedAt() {
    return placedAt;
  }

  public void setPlacedAt(Instant placedAt) {
    this.placedAt = placedAt;
  }

  public Status getStatus() {
    return status;
  }

  public void setStatus(Status status) {
    this.status = status;
  }

  public long getQuantity() {
    return quantity;
  }

  public void setQuantity(long quantity) {
    this.quantity = quantity;
  }

  public BigDecimal getTotal() {
    return total;
  }

  public void setTotal(BigDecimal total) {
    this.total = total;
  }

  public BigDecimal getDiscount() {
    return discount;
  }

  public void setDiscount(BigDecimal discount) {
    this.discount = discount;
  }

  public boolean isGift() {
    return gift;
  }

  public void setGift(boolean gift) {
    this.gift = gift;
  }

  public AddressBean getShipTo() {
    return shipTo;
  }

  public void setShipTo(AddressBean shipTo) {
    this.shipTo = shipTo;
  }

  public List<String> getLines() {
    return lines;
  }

  public void setLines(List<String> lines) {
    this.lines = lines;
  }

  public Set<String> getLabels() {
    return labels;
  }

  public void setLabels(Set<String> labels) {
    this.labels = labels;
  }

  public SdkBytes getSignature() {
    return signature;
  }

  public void setSignature(SdkBytes signature) {
    this.signature = signature;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
