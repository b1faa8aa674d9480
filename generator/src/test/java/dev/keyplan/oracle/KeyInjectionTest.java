package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.Clients;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.support.Concurrency;
import dev.keyplan.testing.CompiledClasses;
import dev.keyplan.testing.LocalDynamoDb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * No value of any attribute makes an item one of another key or entity: what is not refused has a
 * key of its own, in the request as in the item. Of random models, with values that look like keys.
 */
class KeyInjectionTest {
  private static final int MODELS = Integer.getInteger("oracle.keys", 4);
  private static final long SEED = Long.getLong("oracle.seed", 20_261_126);
  private static final int ITEMS = 400;

  /** What an item is of. */
  private record Identity(String entity, List<Object> key) {}

  @Test
  void differentItemsHaveDifferentKeys() {
    int accepted = 0;
    for (int n = 0; accepted < MODELS; n++) {
      Random random = new Random(SEED + n);
      Optional<AcceptedModel> model = AcceptedModel.of(RandomModel.of(random), Clients.SYNC);
      if (model.isPresent()) {
        accepted++;
        check(model.get(), random, SEED + n);
      }
    }
  }

  private static void check(AcceptedModel accepted, Random random, long seed) {
    Map<Map<String, AttributeValue>, Identity> seen = new HashMap<>();
    int refused = 0;
    try (DynamoDbClient client = LocalDynamoDb.start()) {
      GeneratedModel generated =
          GeneratedModel.of(
              CompiledClasses.of(accepted.sources()),
              List.of(new GeneratedModel.Application(client, Concurrency.DEFAULT)));
      for (int i = 0; i < ITEMS; i++) {
        List<EntitySpec> entities = accepted.model().entities();
        EntitySpec entity = entities.get(random.nextInt(entities.size()));
        Map<String, Object> item = item(entity, random);
        try {
          Map<String, AttributeValue> key = key(generated, entity, item);
          Identity identity = new Identity(entity.name(), Oracle.key(entity, item));
          assertThat(seen.getOrDefault(key, identity))
              .as("seed %d, key %s of%n%s", seed, key, accepted.text())
              .isEqualTo(identity);
          seen.put(key, identity);
        } catch (IllegalArgumentException e) {
          refused++;
        }
      }
    }
    assertThat(refused).as("refused, seed %d", seed).isLessThan(ITEMS * 9 / 10);
  }

  /** The key of the item's request, which is that in the item that is put. */
  private static Map<String, AttributeValue> key(
      GeneratedModel generated, EntitySpec entity, Map<String, Object> item) {
    Object requests = generated.requests(entity);
    GetItemRequest get =
        (GetItemRequest)
            GeneratedModel.invoke(requests, "get", List.of(generated.key(entity, item)));
    if (generated.hasMethod(entity.name(), "put") && !entity.isGuarded() && !isTouched(entity)) {
      PutItemRequest put =
          (PutItemRequest)
              GeneratedModel.invoke(
                  requests, "put", List.of(generated.read(entity, Oracle.filled(entity, item))));
      assertThat(put.item()).containsAllEntriesOf(get.key());
    }
    return get.key();
  }

  private static boolean isTouched(EntitySpec entity) {
    return entity.attributes().stream().anyMatch(ModelSpec.AttributeSpec::isTouch);
  }

  private static Map<String, Object> item(EntitySpec entity, Random random) {
    Map<String, Object> item = new HashMap<>();
    for (ModelSpec.AttributeSpec attribute : entity.attributes()) {
      if (!attribute.isMaintained()) {
        item.put(attribute.name(), attribute.type().random(random));
      }
    }
    return item;
  }
}
