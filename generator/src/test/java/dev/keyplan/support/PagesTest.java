package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.support.CursorEncoding.Position;
import dev.keyplan.support.Pages.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

class PagesTest {
  private static final Map<String, AttributeValue> ITEM = Map.of("pk", AttributeValue.fromS("x"));
  private static final Response THREE = new Response(Collections.nCopies(3, ITEM), ITEM);
  private static final Position FAR = new Position(ITEM, Integer.MAX_VALUE - 1);

  private final Pages<String> pages =
      new Pages<>(
          new PagedScan("Thing.all", ScanRequest.builder().tableName("table").build()),
          item -> item.get("pk").s(),
          item -> true,
          Cursors.withoutSecret());

  @Test
  void goesOnAfterMoreResultsThanCanBeCounted() {
    assertThat(pages.wanted(FAR, THREE)).hasSize(3);
    Optional<Position> next = pages.next(FAR, THREE, 3);
    assertThat(next).contains(new Position(ITEM, Integer.MAX_VALUE));
    assertThat(pages.wanted(next.get(), THREE)).hasSize(3);
    String cursor = pages.page(List.of(ITEM), next).next().orElseThrow();
    assertThat(pages.open(cursor)).isEqualTo(next.get());
  }

  @Test
  void endsAtTheLimit() {
    Pages<String> few = pages.limited(5);
    Position two = new Position(ITEM, 2);
    assertThat(few.wanted(two, THREE)).hasSize(3);
    assertThat(few.next(two, THREE, 3)).isEmpty();
    assertThat(few.wanted(new Position(ITEM, 4), THREE)).hasSize(1);
  }
}
