package dev.keyplan.oracle;

import dev.keyplan.testing.CompiledClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a trial that fails small. */
final class Shrinker {
  private static final long BUDGET_MILLIS = 120_000;

  private static final Pattern LABEL = Pattern.compile("\\[([a-z ]+)");

  private final long deadline = System.currentTimeMillis() + BUDGET_MILLIS;
  private String signature = "";

  /** The smallest that is found in a while. */
  Trial shrunk(Trial trial) {
    Optional<Throwable> failure = trial.failure();
    if (failure.isEmpty()) {
      return trial;
    }
    signature = signature(failure.get());
    Trial smallest = withWhatIsCalled(withFewerOperations(trial));
    for (boolean isSmaller = true; isSmaller && isInTime(); ) {
      Trial smaller = withSmallerModel(smallest);
      isSmaller = !smaller.accepted().text().equals(smallest.accepted().text());
      smallest = smaller;
    }
    return withFewerOperations(smallest);
  }

  /** Without patterns and entities that no operation needs, if that fails, too. */
  private Trial withWhatIsCalled(Trial trial) {
    ModelSpec model = trial.accepted().model();
    ModelSpec fewer = model;
    for (PatternSpec pattern : model.patterns()) {
      if (trial.operations().stream().noneMatch(o -> o.method().equals(pattern.name()))) {
        fewer = fewer.without(pattern.name());
      }
    }
    for (ModelSpec.EntitySpec entity : model.entities()) {
      if (trial.operations().stream().noneMatch(o -> o.entity().equals(entity.name()))
          && fewer.patterns().stream()
              .flatMap(PatternSpec::entities)
              .noneMatch(entity.name()::equals)) {
        fewer = fewer.without(entity.name());
      }
    }
    return AcceptedModel.of(fewer, trial.accepted().clients())
        .map(accepted -> new Trial(accepted, trial.operations()))
        .filter(smaller -> failsAlike(smaller.failure()))
        .orElse(trial);
  }

  /** What failed, without the values that it failed with. */
  private static String signature(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    Matcher label = LABEL.matcher(String.valueOf(last.getMessage()));
    return last.getClass() + (label.lookingAt() ? label.group(1) : "");
  }

  private boolean failsAlike(Optional<Throwable> failure) {
    return failure.map(Shrinker::signature).filter(signature::equals).isPresent();
  }

  private boolean isInTime() {
    return System.currentTimeMillis() < deadline;
  }

  private Trial withFewerOperations(Trial trial) {
    List<Operation> operations = new ArrayList<>(trial.operations());
    CompiledClasses classes;
    try {
      classes = CompiledClasses.of(trial.accepted().sources());
    } catch (AssertionError e) {
      return new Trial(trial.accepted(), List.of());
    }
    for (int size = Math.max(1, operations.size() / 2); size > 0; size /= 2) {
      for (int from = 0; from + size <= operations.size() && isInTime(); ) {
        List<Operation> fewer = new ArrayList<>(operations);
        fewer.subList(from, from + size).clear();
        if (failsAlike(new Trial(trial.accepted(), fewer).failure(classes, new Tally()))) {
          operations = fewer;
        } else {
          from += size;
        }
      }
    }
    return new Trial(trial.accepted(), operations);
  }

  private Trial withSmallerModel(Trial trial) {
    Trial smallest = trial;
    for (String element : trial.accepted().model().elements()) {
      if (!isInTime()) {
        return smallest;
      }
      ModelSpec without = smallest.accepted().model().without(element);
      Optional<AcceptedModel> accepted = AcceptedModel.of(without, trial.accepted().clients());
      // What goes with the element may take along too much.
      if (accepted.isPresent() && isSmaller(accepted.get(), smallest.accepted())) {
        Trial smaller = new Trial(accepted.get(), smallest.operations());
        if (failsAlike(smaller.failure())) {
          smallest = smaller;
        }
      }
    }
    return smallest;
  }

  private static boolean isSmaller(AcceptedModel one, AcceptedModel other) {
    return one.text().length() < other.text().length();
  }
}
