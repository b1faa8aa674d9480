package dev.keyplan.compile;

import dev.keyplan.source.SourceFile;
import java.util.List;

/**
 * The texts to compile together.
 *
 * @param models {@code .keyplan} files
 * @param data {@code .data.yaml} files
 */
public record Sources(List<SourceFile> models, List<SourceFile> data) {
  public Sources {
    models = List.copyOf(models);
    data = List.copyOf(data);
  }
}
