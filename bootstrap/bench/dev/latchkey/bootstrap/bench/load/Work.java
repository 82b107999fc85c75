package dev.latchkey.bootstrap.bench.load;

import java.time.Duration;
import java.util.List;

/// Something to be measured.
public record Work(String name, Run run) {

  /// Does it for so long.
  @FunctionalInterface
  public interface Run {
    Tally of(Duration time) throws Exception;
  }

  /// Callers over HTTP, of whom each answer is expected to be success or 503.
  public static Work of(String name, int port, List<? extends Caller> callers) {
    return new Work(
        name,
        time -> {
          var demand = new Callers(port, callers);
          Loop.run(time, demand);
          return demand.tally().expectNothingElse();
        });
  }

  /// Work within this process.
  public static Work inside(String name, List<? extends Threads.Task> tasks) {
    return new Work(name, time -> Threads.run(time, tasks));
  }
}
