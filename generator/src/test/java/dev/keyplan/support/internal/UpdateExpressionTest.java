package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class UpdateExpressionTest {
  private final UpdateExpression expression = new UpdateExpression("pk");

  @Test
  void setsRemovesAndDemands() {
    expression.set("status", AttributeValue.fromS("a"));
    expression.remove("b");
    expression.demand("c", AttributeValue.fromS("c"));

    UpdateItemRequest request = expression.applyTo(UpdateItemRequest.builder()).build();

    assertThat(request.updateExpression()).isEqualTo("SET #_status = :_new_status REMOVE #_b");
    assertThat(request.conditionExpression()).isEqualTo("attribute_exists(#_pk) AND #_c = :_old_c");
    assertThat(request.expressionAttributeNames())
        .isEqualTo(Map.of("#_status", "status", "#_b", "b", "#_c", "c", "#_pk", "pk"));
    assertThat(request.expressionAttributeValues().keySet())
        .containsExactlyInAnyOrder(":_new_status", ":_old_c");
  }

  @Test
  void letsTheLastWordCount() {
    expression.set("a", AttributeValue.fromS("1"));
    expression.remove("a");
    expression.remove("b");
    expression.set("b", AttributeValue.fromS("2"));

    UpdateItemRequest request = expression.applyTo(UpdateItemRequest.builder()).build();

    assertThat(request.updateExpression()).isEqualTo("SET #_b = :_new_b REMOVE #_a");
  }

  @Test
  void letsTheLastWordOnDemandsCountToo() {
    AttributeValue one = AttributeValue.fromN("1");
    AttributeValue two = AttributeValue.fromN("2");
    expression.demand("set", one);
    expression.set("set", two);
    expression.demand("removed", one);
    expression.remove("removed");
    expression.set("kept", one);
    expression.demand("kept", two);
    expression.remove("stays");
    expression.demand("stays", two);

    UpdateItemRequest request = expression.applyTo(UpdateItemRequest.builder()).build();

    assertThat(request.updateExpression()).isEqualTo("SET #_set = :_new_set REMOVE #_removed");
    assertThat(request.conditionExpression())
        .isEqualTo("attribute_exists(#_pk) AND #_kept = :_old_kept AND #_stays = :_old_stays");
  }

  @Test
  void demandsPresenceAlone() {
    expression.demandPresent("kept");
    expression.demand("compared", AttributeValue.fromN("1"));
    expression.demandPresent("compared");
    expression.demandPresent("set");
    expression.set("set", AttributeValue.fromN("1"));
    expression.demandPresent("absent");
    expression.demandAbsent("absent");

    UpdateItemRequest request = expression.applyTo(UpdateItemRequest.builder()).build();

    assertThat(request.updateExpression()).isEqualTo("SET #_set = :_new_set");
    assertThat(request.conditionExpression())
        .isEqualTo(
            "attribute_exists(#_pk) AND attribute_not_exists(#_absent)"
                + " AND attribute_exists(#_kept) AND attribute_exists(#_compared)");
    assertThat(request.expressionAttributeValues().keySet()).containsExactly(":_new_set");
  }

  @Test
  void changesNothingIfNothingIsNamed() {
    UpdateItemRequest request = expression.applyTo(UpdateItemRequest.builder()).build();

    assertThat(request.updateExpression()).isNull();
    assertThat(request.hasExpressionAttributeValues()).isFalse();
    assertThat(request.conditionExpression()).isEqualTo("attribute_exists(#_pk)");
  }

  @Test
  void givesOddNamesPlaceholdersOfTheirOwn() {
    List<String> odd =
        List.of("a-b", "__1__", "a.b", "_0", "a b", "3", "#a", ":a", "4", "\u00E4", "_8_");
    odd.forEach(name -> expression.set(name, AttributeValue.fromS(name)));

    UpdateItemRequest request = expression.applyTo(UpdateItemRequest.builder()).build();

    assertThat(request.expressionAttributeNames().values()).containsAll(odd);
    assertThat(request.expressionAttributeNames().keySet())
        .hasSize(odd.size() + 1)
        .allMatch(placeholder -> placeholder.matches("#[A-Za-z0-9_]+"));
    assertThat(request.expressionAttributeValues()).hasSize(odd.size());
  }
}
