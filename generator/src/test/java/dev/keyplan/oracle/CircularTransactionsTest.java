package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.testing.CompiledClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactions of two entities may write each other's: their requests can be made all the same. */
class CircularTransactionsTest {
  private static final String MODEL =
      """
      namespace org.example.circle

      table T "circle" { key pk / sk }

      entity A in T { key "A#{a}" / "A"  a : int(0..9) }
      entity B in T { key "B#{b}" / "B"  b : int(0..9) }

      pattern aAndB { transact { create A  create B } }
      pattern bAndA { transact { create B  create A } }
      """;

  @Test
  void requestsThatNeedEachOtherAreMade() throws ReflectiveOperationException {
    CompiledClasses classes = CompiledClasses.ofModel(MODEL);
    Object table = classes.loadClass("org.example.circle.TTable").getField("DEFAULT").get(null);
    for (String name : List.of("A", "B")) {
      Class<?> requests = classes.loadClass("org.example.circle." + name + "Requests");
      assertThat(requests.getConstructor(table.getClass()).newInstance(table)).isNotNull();
    }
  }
}
