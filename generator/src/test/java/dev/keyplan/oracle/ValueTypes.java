package dev.keyplan.oracle;

import dev.keyplan.oracle.ValueType.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;

/** The types that random models are made of. */
final class ValueTypes {
  private static final List<Object> HALVES = List.of("\uD83D", "a\uDE42", "\uDE42\uD83D");
  private static final Instant START = Instant.parse("2025-12-31T22:59:59Z");
  private static final List<ValueType> KEYS = keyTypes();
  private static final List<ValueType> OTHERS = otherTypes();
  private static final List<ValueType> INNER = List.of(text("string(..5)", 0, 5), notes());

  /** The enum of the random models, and its constants, which sort as they are declared. */
  static final String ENUM = "enum Level { LOW, MEDIUM, TOP }";

  private ValueTypes() {}

  /** One that can be part of a key. */
  static ValueType ofKey(Random random) {
    return KEYS.get(random.nextInt(KEYS.size()));
  }

  static ValueType any(Random random) {
    return random.nextBoolean() ? ofKey(random) : OTHERS.get(random.nextInt(OTHERS.size()));
  }

  /** The one of this text. */
  static ValueType of(String text) {
    return Stream.of(KEYS, OTHERS, INNER)
        .flatMap(List::stream)
        .filter(type -> type.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  static ValueType ofNumber(Random random) {
    List<ValueType> numbers =
        Stream.concat(KEYS.stream(), OTHERS.stream())
            .filter(type -> type.kind() == Kind.NUMBER)
            .toList();
    return numbers.get(random.nextInt(numbers.size()));
  }

  private static List<ValueType> keyTypes() {
    List<ValueType> types = new ArrayList<>();
    types.add(text("string(1..3)", 1, 3));
    types.add(text("string(1..20)", 1, 20));
    types.add(text("string(..12)", 0, 12));
    types.add(text("string(1..20, ordered)", 1, 20));
    types.add(form("string(\"[a-z]+\")", "[a-z]+", "a", "ab", "abc", "b", "order", "z"));
    types.add(form("string(\"[A-Z]{2}\")", "[A-Z]{2}", "AA", "AB", "BA", "ZZ"));
    types.add(form("string(\"[0-9]{1,3}\")", "[0-9]{1,3}", "1", "10", "100", "2", "05"));
    types.add(number("int(0..9)", List.of(0, 1, 5, 9), List.of(-1, 10)));
    types.add(number("int(1..99)", List.of(1, 2, 9, 10, 11, 50, 99), List.of(0, 100)));
    types.add(number("int(-5..120)", List.of(-5, -1, 0, 1, 9, 10, 99, 100, 120), List.of(-6, 121)));
    types.add(
        number("long(0..)", List.of(0L, 5L, 10L, Long.MAX_VALUE), List.of(-1L, Long.MIN_VALUE)));
    types.add(number("long", List.of(Long.MIN_VALUE, -1L, 0L, 1L, 10L, Long.MAX_VALUE), List.of()));
    types.add(
        decimal("decimal(5,2)", "0.00", "0.01", "-0.01", "999.99", "-999.99", "1.50", "10.00"));
    types.add(new ValueType("boolean", Kind.BOOLEAN, List.of(true, false), List.of()));
    types.add(
        new ValueType(
            "ulid",
            Kind.TEXT,
            List.of(
                "00000000000000000000000000",
                "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "01ARZ3NDEKTSV4RRFFQ69G5FAW",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"),
            List.of("", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01arz3ndektsv4rrffq69g5fav", "0")));
    types.add(nearLimits());
    types.add(new ValueType("uuid", Kind.UUID, uuids(), List.of()));
    types.add(time("timestamp", 1));
    types.add(time("timestamp(s)", 1000));
    types.add(time("timestamp(\"uuuu-MM-dd HH:mm:ss\")", 1000));
    types.add(time("timestamp(\"dd.MM.uuuu'T'HHmmssSSS\")", 1));
    types.add(time("epoch(s)", 1000));
    types.add(time("epoch(ms)", 1));
    types.add(
        new ValueType(
            "date",
            Kind.DATE,
            List.of(
                LocalDate.of(2025, 12, 30),
                LocalDate.of(2025, 12, 31),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 2, 1)),
            List.of(LocalDate.of(10_000, 1, 1), LocalDate.of(-1, 1, 1))));
    types.add(new ValueType("Level", Kind.ENUM, List.of("LOW", "MEDIUM", "TOP"), List.of()));
    return List.copyOf(types);
  }

  private static List<ValueType> otherTypes() {
    List<ValueType> types = new ArrayList<>();
    types.add(text("string", 0, 1000));
    types.add(number("double", List.of(0.0, -1.5, 1e-130, 1e125, 0.1, 1e10), List.of(1e200)));
    types.add(
        decimal(
            "decimal(38,10)", "0.0000000001", "-1.0000000000", "12345678901234567890.5000000000"));
    types.add(number("int", List.of(Integer.MIN_VALUE, -1, 0, 7, Integer.MAX_VALUE), List.of()));
    types.add(
        new ValueType("binary(..4)", Kind.BINARY, bytes(0, 4), List.of(bytes(1, 2, 3, 4, 5))));
    types.add(
        new ValueType(
            "set<string(..6)>", Kind.SET, sets("a", "a#", "\uD83D\uDE42", "", "ab"), List.of()));
    types.add(new ValueType("set<int(0..9)>", Kind.SET, sets(0, 1, 5, 9), List.of()));
    types.add(new ValueType("set<Level>", Kind.SET, sets("LOW", "TOP"), List.of()));
    types.add(new ValueType("list<int(0..9)>", Kind.LIST, lists(0, 5, 5, 9), List.of()));
    types.add(new ValueType("list<Point>", Kind.LIST, lists(Inside.points().toArray()), List.of()));
    types.add(new ValueType("Point", Kind.STRUCT, Inside.points(), List.of()));
    types.add(new ValueType("Box", Kind.STRUCT, Inside.boxes(), List.of()));
    types.add(new ValueType("list<Box>", Kind.LIST, lists(Inside.boxes().toArray()), List.of()));
    types.add(
        new ValueType(
            "map<list<int(0..9)>>",
            Kind.STRUCT,
            List.of(
                Map.of(), Map.of("a", List.of(), "#", List.of(0, 9)), Map.of("a.b", List.of(5))),
            List.of()));
    types.add(
        new ValueType(
            "map<decimal(5,2)>",
            Kind.STRUCT,
            List.of(Map.of(), Map.of("a", new BigDecimal("-0.50"), "b", new BigDecimal("999.99"))),
            List.of()));
    types.add(new ValueType("set<uuid>", Kind.SET, sets(uuids().toArray()), List.of()));
    types.add(
        new ValueType(
            "set<decimal(5,2)>",
            Kind.SET,
            sets(new BigDecimal("10.00"), new BigDecimal("0.00"), new BigDecimal("-0.50")),
            List.of()));
    types.add(new ValueType("set<binary(1..4)>", Kind.SET, sets(bytes(1), bytes(200)), List.of()));
    types.add(new ValueType("set<timestamp(s)>", Kind.SET, sets(START), List.of()));
    types.add(new ValueType("list<Level>", Kind.LIST, lists("LOW", "TOP", "LOW"), List.of()));
    types.add(
        new ValueType(
            "list<list<int(0..9)>>", Kind.LIST, lists(List.of(), List.of(1, 9)), List.of()));
    types.add(
        new ValueType(
            "map<Point>",
            Kind.STRUCT,
            List.of(Map.of(), Map.of("#", Inside.points().get(1), "a", Inside.points().get(0))),
            List.of()));
    types.add(
        new ValueType(
            "json",
            Kind.STRUCT,
            List.of("{}", "[1, \"\\u00e9\"]", "\"x\"", "null", " 1e3 "),
            List.of("", "{", "x", "{\"a\": 1,}")));
    types.add(
        new ValueType(
            "map<string>",
            Kind.STRUCT,
            List.of(Map.of(), Map.of("a", "b"), Map.of("a.b", "", "#", "\uD83D\uDE42")),
            List.of()));
    return List.copyOf(types);
  }

  private static ValueType notes() {
    return new ValueType(
        "map<string(..5)>",
        Kind.STRUCT,
        List.of(Map.of(), Map.of("a", "b"), Map.of("a.b", "", "#", "\uD83D\uDE42")),
        List.of());
  }

  private static ValueType text(String text, int minimum, int maximum) {
    List<Object> values = new ArrayList<>(Texts.NASTY);
    values.add("");
    List<Object> wrong = new ArrayList<>(HALVES);
    values.stream().filter(v -> !isOfLength((String) v, minimum, maximum)).forEach(wrong::add);
    values.removeIf(value -> !isOfLength((String) value, minimum, maximum));
    return new ValueType(text, Kind.TEXT, values, wrong);
  }

  private static boolean isOfLength(String value, int minimum, int maximum) {
    int length = value.codePointCount(0, value.length());
    return length >= minimum && length <= maximum;
  }

  /** Texts about as long as keys may be, in different ways. */
  private static ValueType nearLimits() {
    List<Object> values = new ArrayList<>();
    values.add("a");
    values.add("a#");
    for (int bytes : List.of(1000, 1014, 1024, 1025, 2030, 2046, 2048, 2050)) {
      values.add("x".repeat(bytes));
      values.add("x".repeat(bytes % 4) + "\uD83D\uDE42".repeat(bytes / 4));
    }
    return new ValueType("string(1..2050)", Kind.TEXT, values, List.of("", "x".repeat(2051)));
  }

  private static ValueType form(String text, String pattern, String... values) {
    List<Object> wrong =
        Texts.NASTY.stream()
            .filter(value -> !value.matches(pattern))
            .map(Object.class::cast)
            .toList();
    return new ValueType(text, Kind.TEXT, List.of((Object[]) values), wrong);
  }

  private static ValueType number(String text, List<Object> values, List<Object> wrong) {
    return new ValueType(text, Kind.NUMBER, values, wrong);
  }

  private static ValueType decimal(String text, String... values) {
    return new ValueType(
        text,
        Kind.NUMBER,
        Stream.of(values).<Object>map(BigDecimal::new).toList(),
        List.of(new BigDecimal("0.00000000001"), new BigDecimal("1e30")));
  }

  private static List<Object> uuids() {
    return List.of(
        new UUID(0, 0),
        new UUID(-1, -1),
        UUID.fromString("5b1c6a8e-0c1f-4bb4-9a51-6f0e8e3d2a10"),
        UUID.fromString("5b1c6a8e-0c1f-4bb4-9a51-6f0e8e3d2a11"));
  }

  /** Around the turn of an hour, a day, a month and a year; not far apart, as buckets are many. */
  private static ValueType time(String text, int stepMillis) {
    List<Object> values = new ArrayList<>();
    for (long seconds : List.of(0L, 1L, 3600L, 3601L, 90_000L)) {
      values.add(START.plusSeconds(seconds));
      values.add(START.plusSeconds(seconds).plusMillis(stepMillis));
    }
    return new ValueType(
        text,
        Kind.TIME,
        values,
        List.of(START.plusNanos(1), stepMillis == 1 ? START.plusNanos(999) : START.plusMillis(1)));
  }

  private static List<Object> bytes(int from, int to) {
    List<Object> values = new ArrayList<>();
    for (int length = from; length <= to; length++) {
      byte[] bytes = new byte[length];
      java.util.Arrays.fill(bytes, (byte) (length * 100));
      values.add(SdkBytes.fromByteArray(bytes));
    }
    return values;
  }

  private static SdkBytes bytes(int... bytes) {
    byte[] array = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      array[i] = (byte) bytes[i];
    }
    return SdkBytes.fromByteArray(array);
  }

  private static List<Object> sets(Object... elements) {
    return List.of(
        new LinkedHashSet<>(),
        new LinkedHashSet<>(List.of(elements)),
        new LinkedHashSet<>(List.of(elements[0])),
        new LinkedHashSet<>(List.of(elements).subList(1, elements.length)));
  }

  private static List<Object> lists(Object... elements) {
    return List.of(List.of(), List.of(elements), List.of(elements[0]));
  }
}
