package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Member;
import dev.keyplan.oracle.PatternSpec.Tie;
import dev.keyplan.oracle.PatternSpec.Transaction;
import dev.keyplan.oracle.PatternSpec.Write;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes the declared transactions of a model. */
final class RandomTransactions {
  private static final List<String> VERBS =
      List.of("create", "put", "update", "update", "delete", "check", "move");

  private final Random random;
  private final ModelSpec model;

  RandomTransactions(Random random, ModelSpec model) {
    this.random = random;
    this.model = model;
  }

  Transaction transaction(String name) {
    boolean isRead = random.nextInt(4) == 0;
    List<Member> members = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      EntitySpec entity = model.entities().get(random.nextInt(model.entities().size()));
      String alias = "m" + i;
      String verb = isRead ? "get" : VERBS.get(random.nextInt(VERBS.size()));
      members.add(new Member(alias, write(entity, verb, alias)));
    }
    return new Transaction(name, members, ties(members));
  }

  private Write write(EntitySpec entity, String verb, String alias) {
    if (verb.equals("get")) {
      return new Write(alias, verb, entity.name(), List.of(), List.of(), Optional.empty(), "");
    }
    RandomConditions conditions = new RandomConditions(random, entity, alias + "p");
    return new RandomWrites(random, entity, conditions)
        .write(alias, verb)
        .orElseGet(() -> write(entity, "delete", alias));
  }

  /** Between attributes that are called alike, and that no member changes. */
  private List<Tie> ties(List<Member> members) {
    List<Tie> ties = new ArrayList<>();
    for (int i = 1; i < members.size(); i++) {
      Member left = members.get(i);
      Member right = members.get(random.nextInt(i));
      EntitySpec of = model.entity(left.write().entity());
      Set<String> common = new LinkedHashSet<>(of.keyAttributes());
      common.retainAll(model.entity(right.write().entity()).keyAttributes());
      for (String attribute : common) {
        boolean isChanged = left.write().changes(attribute) || right.write().changes(attribute);
        if (!isChanged && random.nextInt(2) == 0) {
          ties.add(new Tie(left.alias(), right.alias(), attribute));
        }
      }
    }
    return ties;
  }
}
