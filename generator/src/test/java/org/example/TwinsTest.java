package org.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.support.AsyncQueries;
import dev.keyplan.support.AsyncQuery;
import dev.keyplan.support.AsyncScan;
import dev.keyplan.support.Queries;
import dev.keyplan.support.Query;
import dev.keyplan.support.Scan;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.example.harbour.CallAsyncRepository;
import org.example.harbour.CallRepository;
import org.example.harbour.CargoAsyncRepository;
import org.example.harbour.CargoRepository;
import org.example.kennel.CatAsyncRepository;
import org.example.kennel.CatRepository;
import org.example.kennel.DogAsyncRepository;
import org.example.kennel.DogRepository;
import org.example.leases.LeaseAsyncRepository;
import org.example.leases.LeaseRepository;
import org.example.theatre.BookingAsyncRepository;
import org.example.theatre.BookingRepository;
import org.example.theatre.GuestAsyncRepository;
import org.example.theatre.GuestRepository;
import org.example.vaults.DepositAsyncRepository;
import org.example.vaults.DepositRepository;
import org.junit.jupiter.api.Test;

/** Whatever can be done with one client can be done with the other, and gives the same. */
class TwinsTest {
  private static Map<String, String> methods(Class<?> type, Function<String, String> result) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .collect(
            Collectors.toMap(
                method -> method.getName() + Arrays.toString(method.getGenericParameterTypes()),
                method -> result.apply(method.getGenericReturnType().getTypeName()),
                (one, other) -> one,
                TreeMap::new));
  }

  /** What a future of the asynchronous client gives is what the other one returns. */
  private static String awaited(String type) {
    String future = "java.util.concurrent.CompletableFuture<";
    String result =
        type.startsWith(future) ? type.substring(future.length(), type.length() - 1) : type;
    return switch (result) {
      case "java.lang.Void" -> "void";
      case "java.lang.Long" -> "long";
      default -> result.replace("support.Async", "support.");
    };
  }

  @Test
  void repositories() {
    List.of(
            List.of(BookingRepository.class, BookingAsyncRepository.class),
            List.of(GuestRepository.class, GuestAsyncRepository.class),
            List.of(CallRepository.class, CallAsyncRepository.class),
            List.of(CargoRepository.class, CargoAsyncRepository.class),
            List.of(CatRepository.class, CatAsyncRepository.class),
            List.of(DogRepository.class, DogAsyncRepository.class),
            List.of(LeaseRepository.class, LeaseAsyncRepository.class),
            List.of(DepositRepository.class, DepositAsyncRepository.class))
        .forEach(
            twins ->
                assertThat(methods(twins.get(1), TwinsTest::awaited))
                    .hasSizeGreaterThan(4)
                    .isEqualTo(methods(twins.get(0), type -> type)));
  }

  @Test
  void reads() {
    assertThat(names(AsyncQuery.class, "items", "pages", "toList"))
        .isEqualTo(names(Query.class, "stream"));
    assertThat(names(AsyncQueries.class, "items", "pages", "toList"))
        .isEqualTo(names(Queries.class, "stream"));
    assertThat(names(AsyncScan.class, "items", "pages", "toList"))
        .isEqualTo(names(Scan.class, "stream"));
  }

  private static Set<String> names(Class<?> type, String... ofItsOwn) {
    Set<String> names = new HashSet<>();
    for (String method : methods(type, result -> result).keySet()) {
      names.add(method.substring(0, method.indexOf('[')));
    }
    assertThat(names).contains(ofItsOwn);
    names.removeAll(List.of(ofItsOwn));
    return names;
  }
}
