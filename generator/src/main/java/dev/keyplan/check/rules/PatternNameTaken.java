package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.BatchPattern;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.model.Returned;
import dev.keyplan.model.Write;
import dev.keyplan.model.WritePattern;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A pattern is a method of its first entity's repository. Its name is not that of a method which
 * the repository has anyway, unless the pattern says exactly what that method does and so replaces
 * it; and no two patterns of one repository have the same name.
 */
public final class PatternNameTaken implements ModelRule {
  public static final String ID = "PATTERN_NAME_TAKEN";

  /** What every repository has, whatever the entity. */
  private static final List<String> ALWAYS = List.of("requests", "tableName", "entityItems");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    Map<DefinitionName, Map<String, Pattern>> byRepository = new LinkedHashMap<>();
    List<Diagnostic> found = new ArrayList<>();
    for (Pattern pattern : model.patterns()) {
      DefinitionName owner = pattern.entities().get(0).name();
      Map<String, Pattern> patterns =
          byRepository.computeIfAbsent(owner, entity -> new LinkedHashMap<>());
      Pattern first = patterns.putIfAbsent(pattern.name().name(), pattern);
      if (first != null) {
        found.add(
            taken(pattern, "the repository of `%s` has one already".formatted(owner.name()))
                .withRelated(first.span(), "the other pattern"));
      }
    }
    byRepository.values().forEach(patterns -> check(patterns, found));
    return found;
  }

  private static void check(Map<String, Pattern> patterns, List<Diagnostic> found) {
    Map<String, String> companions = new HashMap<>();
    Set<String> builtIn = builtIn(patterns.values().iterator().next().entities().get(0));
    builtIn.forEach(name -> addCompanions(name, companions));
    patterns.keySet().forEach(name -> addCompanions(name, companions));
    patterns.forEach(
        (name, pattern) -> {
          if (JavaNames.isMethodOfObject(name)) {
            found.add(taken(pattern, "every Java object has a method `%s()`".formatted(name)));
          } else if (builtIn.contains(name) && !restates(pattern)) {
            found.add(
                taken(pattern, "every repository has a method `%s` of its own".formatted(name))
                    .withHint(
                        "only a pattern that does exactly what that method does may be called so"));
          } else if (companions.containsKey(name)) {
            found.add(
                taken(
                    pattern,
                    "`%s` comes with a method of this name".formatted(companions.get(name))));
          }
        });
  }

  private static Set<String> builtIn(Entity entity) {
    Set<String> names = new HashSet<>(ALWAYS);
    entity.builtIns().forEach(method -> names.add(method.word()));
    return names;
  }

  /** The methods that a write has besides its own: its actions in a transaction, what it leaves. */
  private static void addCompanions(String name, Map<String, String> companions) {
    companions.put(name + "Action", name);
    companions.put(name + "Actions", name);
    companions.put(name + "Members", name);
    companions.put("after" + JavaNames.capitalised(name), name);
  }

  private static Diagnostic taken(Pattern pattern, String why) {
    String name = pattern.name().name();
    return Diagnostic.error(ID, pattern.span(), "the name `%s` is taken".formatted(name))
        .withLabel(why);
  }

  /** Whether it does what the built-in method of its name does, and nothing else. */
  private static boolean restates(Pattern pattern) {
    String name = pattern.name().name();
    if (pattern instanceof ReadPattern read) {
      return name.equals("get") && readsByKey(read);
    }
    if (pattern instanceof BatchPattern batch) {
      return name.equals(batch.verb() == Write.Verb.PUT ? "putAll" : "deleteAll");
    }
    if (pattern instanceof WritePattern write
        && write.write().condition().isEmpty()
        && write.write().key().isEmpty()) {
      Write.Verb verb = write.write().verb();
      Returned returned = write.write().returned();
      return switch (name) {
        case "create" -> verb == Write.Verb.CREATE;
        case "put" -> verb == Write.Verb.PUT && returned == Returned.NEW;
        case "delete" ->
            verb == Write.Verb.DELETE && returned == Returned.ofDelete(write.write().entity());
        default -> false;
      };
    }
    return false;
  }

  private static boolean readsByKey(ReadPattern read) {
    Entity entity = read.entities().get(0);
    Set<Attribute> bound = new HashSet<>();
    for (Restriction restriction : read.where()) {
      if (restriction.comparator() == Comparator.EQUAL) {
        bound.add(restriction.attribute());
      }
    }
    return read.verb() == ReadPattern.Verb.GET
        && read.consistent().isEmpty()
        && read.selection().isEmpty()
        && bound.size() == read.where().size()
        && bound.equals(Set.copyOf(entity.key().attributes()));
  }
}
