package dev.keyplan.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one request's expressions name attributes and values. All placeholders begin with a letter
 * but that of the time; those that the support classes make when the code runs begin with an
 * underscore, and never so.
 */
public final class ExpressionNames {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9_]");

  /** DynamoDB takes 255 bytes; longer names than this one nobody reads. */
  private static final int LONGEST = 60;

  private final Map<String, Object> names = new HashMap<>();
  private final Set<String> values = new HashSet<>();
  private final List<Object> times = new ArrayList<>();

  /** An attribute as an expression may name it: itself, or a {@code #placeholder}. */
  public String name(String attribute) {
    boolean isItself =
        PLAIN.matcher(attribute).matches()
            && attribute.length() <= LONGEST
            && !ReservedWords.contains(attribute);
    return isItself ? attribute : placeholder(attribute, attribute);
  }

  /**
   * A {@code #placeholder}.
   *
   * @param hint what it looks like
   * @param meaning what it stands for: one placeholder has one meaning
   */
  public String placeholder(String hint, Object meaning) {
    String placeholder = "#" + word(hint);
    while (!names.getOrDefault(placeholder, meaning).equals(meaning)) {
      placeholder += "_";
    }
    names.put(placeholder, meaning);
    return placeholder;
  }

  /** A {@code :placeholder} for another value than all before: {@code :at, :at_, :at_3}. */
  public String value(String hint) {
    String first = ":" + word(hint);
    String placeholder = first;
    for (int number = 2; !values.add(placeholder); number++) {
      placeholder = first + "_" + (number == 2 ? "" : number);
    }
    return placeholder;
  }

  /**
   * A placeholder for the time of the call, which is another one on each page: cursors look over
   * values that are called so. It is {@code :_now}, as no other placeholder is.
   *
   * @param form in which the time is stored; each has a placeholder of its own
   */
  public String time(Object form) {
    if (!times.contains(form)) {
      times.add(form);
    }
    int number = times.indexOf(form) + 1;
    return ":_now" + (number == 1 ? "" : number);
  }

  private static String plain(String text) {
    String word = ODD.matcher(text).replaceAll("_");
    return PLAIN.matcher(word).matches() ? word : "x" + word;
  }

  /** Letters, digits and underscores that begin with a letter. */
  private static String word(String text) {
    String whole = PLAIN.matcher(text).matches() ? text : plain(text);
    return whole.substring(0, Math.min(whole.length(), LONGEST));
  }
}
