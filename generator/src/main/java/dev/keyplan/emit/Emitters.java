package dev.keyplan.emit;

import dev.keyplan.emit.items.BatchWriteEmitter;
import dev.keyplan.emit.java.JavaEmitter;
import dev.keyplan.emit.table.CreateTableEmitter;
import dev.keyplan.emit.table.UpdateContinuousBackupsEmitter;
import dev.keyplan.emit.table.UpdateTimeToLiveEmitter;
import dev.keyplan.emit.workbench.WorkbenchEmitter;
import java.util.List;

/** All emitters. */
public final class Emitters {
  /** In the order in which they run. */
  public static final List<Emitter> ALL =
      List.of(
          new CreateTableEmitter(),
          new UpdateTimeToLiveEmitter(),
          new UpdateContinuousBackupsEmitter(),
          new JavaEmitter(),
          new WorkbenchEmitter(),
          new BatchWriteEmitter());

  private Emitters() {}
}
