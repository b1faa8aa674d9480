package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.EmitOptions;
import dev.keyplan.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Java lets a sealed type have parts in its own package only, and a codec be seen there only. */
class CollectionOverNamespacesTest {
  private static final String ORDERS =
      """
      namespace com.acme.orders

      table Shop { key pk / sk }

      entity Order in Shop {
        key  "ORDER#{id}" / "ORDER"
        id   : uuid  @id
      }

      entity Line in Shop {
        key  "ORDER#{order}" / "LINE#{number}"
        order  : Order.id
        number : int(1..99)
      }

      pattern whole { query Order, Line, com.acme.stock.Parcel where order }
      pattern near  { query Order, Line where order }
      pattern sold  { scan Order, com.acme.stock.Parcel }
      """;

  private static final String STOCK =
      """
      namespace com.acme.stock

      entity Parcel in com.acme.orders.Shop {
        key  "ORDER#{order}" / "PARCEL#{number}"
        order  : com.acme.orders.Order.id
        number : int(1..9)
      }
      """;

  @Test
  void isNotSealedOverNamespaces() {
    Map<String, String> files =
        GeneratedJava.of(
            List.of(
                new SourceFile("orders.keyplan", ORDERS), new SourceFile("stock.keyplan", STOCK)),
            new EmitOptions("com.acme.support", false));

    assertThat(files.get("com/acme/orders/Whole.java")).contains("public interface Whole {");
    assertThat(files.get("com/acme/orders/Sold.java")).contains("public interface Sold {");
    assertThat(files.get("com/acme/orders/Near.java"))
        .contains("public sealed interface Near permits Order, Line {");
    assertThat(files.get("com/acme/stock/Parcel.java"))
        .contains("import com.acme.orders.Sold;", "import com.acme.orders.Whole;");
    assertThat(files.get("com/acme/stock/ParcelCodec.java"))
        .contains("public final class ParcelCodec");
    assertThat(JavaCompilation.problems(files)).isEmpty();
  }
}
