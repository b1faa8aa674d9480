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

    assertThat(request.updateExpression()).isEqualTo("SET #status = :new_status REMOVE #b");
    assertThat(request.conditionExpression()).isEqualTo("attribute_exists(#pk) AND #c = :old_c");
    assertThat(request.expressionAttributeNames())
        .isEqualTo(Map.of("#status", "status", "#b", "b", "#c", "c", "#pk", "pk"));
    assertThat(request.expressionAttributeValues().keySet())
        .containsExactlyInAnyOrder(":new_status", ":old_c");
  }

  @Test
  void letsTheLastWordCount() {
    expression.set("a", AttributeValue.fromS("1"));
    expression.remove("a");
    expression.remove("b");
    expression.set("b", AttributeValue.fromS("2"));

    UpdateItemRequest request = expression.applyTo(UpdateItemRequest.builder()).build();

    assertThat(request.updateExpression()).isEqualTo("SET #b = :new_b REMOVE #a");
  }

  @Test
  void changesNothingIfNothingIsNamed() {
    UpdateItemRequest request = expression.applyTo(UpdateItemRequest.builder()).build();

    assertThat(request.updateExpression()).isNull();
    assertThat(request.hasExpressionAttributeValues()).isFalse();
    assertThat(request.conditionExpression()).isEqualTo("attribute_exists(#pk)");
  }

  @Test
  void givesOddNamesPlaceholdersOfTheirOwn() {
    List<String> odd = List.of("a-b", "a.b", "a b", "#a", ":a", "__1__", "\u00E4");
    odd.forEach(name -> expression.set(name, AttributeValue.fromS(name)));

    UpdateItemRequest request = expression.applyTo(UpdateItemRequest.builder()).build();

    assertThat(request.expressionAttributeNames().values()).containsAll(odd);
    assertThat(request.expressionAttributeNames().keySet())
        .hasSize(odd.size() + 1)
        .allMatch(placeholder -> placeholder.matches("#[A-Za-z0-9_]+"));
    assertThat(request.expressionAttributeValues()).hasSize(odd.size());
  }
}
