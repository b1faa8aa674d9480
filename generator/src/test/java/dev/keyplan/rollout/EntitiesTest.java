package dev.keyplan.rollout;

import static dev.keyplan.rollout.Releases.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.compile.Compilation;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.support.ItemFormatException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entities come, go and change their names while both releases run. */
class EntitiesTest {
  private static final String MODEL =
      """
      table Shop "shop" { key pk / sk  index byDay day / sk  stream new_and_old_images }

      entity Customer in Shop {
        key "CUSTOMER#{id}" / "A"
        id   : string(1..9)
        name : string(1..50)
      }

      entity Order in Shop {
        key   "CUSTOMER#{customer}" / "ORDER#{number}"
        index byDay
        customer : Customer.id
        number   : int(1..99)
        day      : string(1..10)
      }

      pattern orders     { query Order where customer }
      pattern ofDay      { query Order where day }
      pattern file       { query Customer, Order where customer }
      pattern everything { query * in Shop as Anything where customer }
      pattern allOrders  { scan Order }
      pattern all        { scan * in Shop as Anything }
      pattern amount     { count Customer, Order where customer }
      """;

  private static final String RETURN =
      """
      entity Return in Shop {
        key   "CUSTOMER#{customer}" / "RETURN#{number}"
        index byDay
        customer : Customer.id
        number   : int(1..99)
        day      : string(1..10)
      }
      """;

  private static final Map<String, Object> ANN = Map.of("id", "ann", "name", "Ann");
  private static final Map<String, Object> ORDER =
      Map.of("customer", "ann", "number", 1, "day", "monday");
  private static final Map<String, Object> KEY = Map.of("customer", "ann", "number", 1);

  private final Releases releases = new Releases();
  private final Release older = releases.of(MODEL);

  EntitiesTest() {
    older.createTable("ShopTable");
    older.create("Customer", ANN);
    older.create("Order", ORDER);
  }

  @AfterEach
  void stop() {
    releases.close();
  }

  @Test
  void entityIsAdded() {
    Release newer = releases.of(changed(MODEL, "pattern ofDay", RETURN + "pattern ofDay"));
    newer.create("Return", ORDER);

    assertThat(older.list("Order", "orders", "ann")).containsExactly(ORDER);
    assertThat(older.list("Customer", "file", "ann")).containsExactly(ANN, ORDER);
    assertThat(older.list("Customer", "everything", "ann")).containsExactly(ANN, ORDER);
    assertThat(older.scan("Order", "allOrders")).containsExactly(ORDER);
    assertThat(older.scan("Customer", "all")).containsExactlyInAnyOrder(ANN, ORDER);
    assertThat(releases.told(older, "ShopStream", "shop"))
        .containsExactly("onCustomer", "onOrder", "otherwise");
    assertThat(newer.list("Customer", "everything", "ann")).containsExactly(ANN, ORDER, ORDER);
    // What DynamoDB counts nobody looks at.
    assertThat(older.call("Customer", "amount", "ann")).isEqualTo(3L);
    assertThat(newer.call("Customer", "amount", "ann")).isEqualTo(2L);
  }

  /** What a pattern of both models reads is of no other entity of either. */
  @Test
  void entityInTheMiddleOfAQueryIsRefused() {
    String returns = RETURN.replace("RETURN#", "ORDER#0#");

    Compilation compilation =
        Release.compiled(changed(MODEL, "pattern ofDay", returns + "pattern ofDay"));

    assertThat(compilation.diagnostics())
        .filteredOn(Diagnostic::isError)
        .extracting(Diagnostic::id)
        .contains("PATTERN_READS_OTHER_ENTITIES");
  }

  @Test
  void entityIsRemoved() {
    String orders = MODEL.substring(MODEL.indexOf("entity Order"), MODEL.indexOf("pattern orders"));
    Release newer =
        releases.of(
            changed(MODEL.substring(0, MODEL.indexOf("pattern orders")), orders, "")
                + """
                pattern everything { query * in Shop as Anything where id }
                pattern all        { scan * in Shop as Anything }
                """);

    assertThat(newer.list("Customer", "everything", "ann")).containsExactly(ANN);
    assertThat(newer.scan("Customer", "all")).containsExactly(ANN);
    assertThat(releases.told(newer, "ShopStream", "shop"))
        .containsExactly("onCustomer", "otherwise");
    assertThat(older.get("Order", KEY)).contains(ORDER);
  }

  @Test
  void entityIsRenamedInTwoSteps() {
    Release first = releases.of(renamed("entity Sale \"Order\" in Shop {\n  was \"Sale\""));
    Release second = releases.of(renamed("entity Sale in Shop {\n  was \"Order\""));
    Map<String, Object> next = Map.of("customer", "ann", "number", 2, "day", "monday");

    // The first step writes what the older code reads.
    first.create("Sale", next);
    assertThat(older.list("Order", "orders", "ann")).containsExactly(ORDER, next);
    first.call("Sale", "delete", Map.of("customer", "ann", "number", 2));

    second.create("Sale", next);
    for (Release release : List.of(first, second)) {
      assertThat(release.list("Sale", "orders", "ann")).containsExactly(ORDER, next);
      assertThat(release.list("Sale", "ofDay", "monday")).containsExactly(ORDER, next);
      assertThat(release.list("Customer", "file", "ann")).containsExactly(ANN, ORDER, next);
      assertThat(release.scan("Sale", "allOrders")).containsExactlyInAnyOrder(ORDER, next);
    }

    // At once it would not do: the older code does not know the name.
    assertThat(older.scan("Order", "allOrders")).containsExactly(ORDER);
    assertThatThrownBy(() -> older.list("Order", "orders", "ann"))
        .isInstanceOf(ItemFormatException.class);
  }

  private static String renamed(String entity) {
    return changed(MODEL, "entity Order in Shop {", entity)
        .replace("query Order where", "query Sale where")
        .replace("Customer, Order", "Customer, Sale")
        .replace("scan Order", "scan Sale");
  }
}
