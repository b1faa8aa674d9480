package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.AsyncQueries;
import dev.keyplan.support.AsyncQuery;
import dev.keyplan.support.AsyncScan;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.example.harbour.CallAsyncRepository;
import org.example.harbour.CargoAsyncRepository;
import org.example.kennel.CatAsyncRepository;
import org.example.kennel.DogAsyncRepository;
import org.example.leases.LeaseAsyncRepository;
import org.example.theatre.BookingAsyncRepository;
import org.example.theatre.GuestAsyncRepository;
import org.example.vaults.DepositAsyncRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** All methods of repositories: what they do with a future that is cancelled, and with null. */
class AsyncCallsTest {
  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(String.class, "abc"),
          Map.entry(int.class, 1),
          Map.entry(Integer.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(double.class, 1.0),
          Map.entry(boolean.class, true),
          Map.entry(UUID.class, new UUID(0, 1)),
          Map.entry(Instant.class, Instant.ofEpochSecond(1_000_000_000)),
          Map.entry(LocalDate.class, LocalDate.of(2026, 11, 26)),
          Map.entry(BigDecimal.class, BigDecimal.ONE),
          Map.entry(SdkBytes.class, SdkBytes.fromUtf8String("a")));

  private final List<CompletableFuture<?>> sent = new ArrayList<>();
  private final DynamoDbAsyncClient client =
      (DynamoDbAsyncClient)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {DynamoDbAsyncClient.class},
              (proxy, method, arguments) -> {
                sent.add(new CompletableFuture<>());
                return sent.get(sent.size() - 1);
              });

  private static Stream<Class<?>> repositories() {
    return Stream.of(
        BookingAsyncRepository.class,
        CallAsyncRepository.class,
        CargoAsyncRepository.class,
        CatAsyncRepository.class,
        DepositAsyncRepository.class,
        DogAsyncRepository.class,
        GuestAsyncRepository.class,
        LeaseAsyncRepository.class);
  }

  private static List<Method> calls(Class<?> repository) {
    return Arrays.stream(repository.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !method.getName().equals("requests"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("repositories")
  void leaveNoRequestBehind(Class<?> type) throws ReflectiveOperationException {
    Object repository = type.getConstructor(DynamoDbAsyncClient.class).newInstance(client);
    for (Method call : calls(type)) {
      for (CompletableFuture<?> future : futures(call.invoke(repository, samples(call)))) {
        future.cancel(true);
      }
    }
    assertThat(sent)
        .hasSizeGreaterThanOrEqualTo(calls(type).size())
        .allMatch(CompletableFuture::isCancelled);
  }

  private static List<CompletableFuture<?>> futures(Object result) {
    if (result instanceof AsyncQuery<?> query) {
      return List.of(query.page(), query.toList(), query.first(), query.single());
    }
    if (result instanceof AsyncQueries<?> queries) {
      return List.of(queries.page(), queries.toList(), queries.first(), queries.single());
    }
    if (result instanceof AsyncScan<?> scan) {
      return List.of(scan.page(), scan.toList(), scan.first(), scan.toList(4));
    }
    return List.of((CompletableFuture<?>) result);
  }

  @ParameterizedTest
  @MethodSource("repositories")
  void takeNoNull(Class<?> type) throws ReflectiveOperationException {
    Object repository = type.getConstructor(DynamoDbAsyncClient.class).newInstance(client);
    for (Method call : calls(type)) {
      for (int i = 0; i < call.getParameterCount(); i++) {
        if (!call.getParameterTypes()[i].isPrimitive()) {
          Object[] arguments = samples(call);
          arguments[i] = null;
          assertThatThrownBy(() -> call.invoke(repository, arguments))
              .isInstanceOf(InvocationTargetException.class)
              .cause()
              .isInstanceOfAny(NullPointerException.class, IllegalArgumentException.class);
        }
      }
    }
    assertThat(sent).isEmpty();
  }

  private static Object[] samples(Method call) throws ReflectiveOperationException {
    Object[] samples = new Object[call.getParameterCount()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sample(call.getGenericParameterTypes()[i]);
    }
    return samples;
  }

  /** Some value of a type. */
  private static Object sample(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      if (raw == Consumer.class) {
        return (Consumer<Object>) changes -> {};
      }
      if (raw == Optional.class) {
        return Optional.empty();
      }
      return raw == Map.class
          ? Map.of()
          : raw == Set.class
              ? Set.of(sample(generic.getActualTypeArguments()[0]))
              : List.of(sample(generic.getActualTypeArguments()[0]));
    }
    Class<?> simple = (Class<?>) type;
    if (simple.isEnum()) {
      return simple.getEnumConstants()[0];
    }
    if (simple.getSimpleName().equals("Builder")) {
      Object builder = simple.getEnclosingClass().getMethod("builder").invoke(null);
      for (Method setter : simple.getDeclaredMethods()) {
        if (setter.getReturnType() == simple && setter.getParameterCount() == 1) {
          setter.invoke(builder, sample(setter.getGenericParameterTypes()[0]));
        }
      }
      return builder;
    }
    if (simple.isRecord()) {
      Class<?>[] types =
          Arrays.stream(simple.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = simple.getDeclaredConstructor(types);
      Object[] values = new Object[types.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = sample(simple.getRecordComponents()[i].getGenericType());
      }
      return constructor.newInstance(values);
    }
    return SAMPLES.get(simple);
  }
}
