package dev.latchkey.bootstrap.bench.part;

import dev.latchkey.bootstrap.bench.Benchmark;
import dev.latchkey.bootstrap.bench.Report;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Rounds;
import dev.latchkey.bootstrap.bench.load.Work;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import java.util.ArrayList;
import java.util.List;

/// Refreshes, beside rotations in the same PostgreSQL alone.
public final class Refresh implements Benchmark.Part {
  private static final int CALLERS = 8;
  private static final Rounds ROUNDS = Rounds.ofSeconds(6, 5);

  @Override
  public void measure(Stage stage, Report report) throws Exception {
    var service = stage.service();
    var refreshes =
        Work.of(
            "refresh, %d callers".formatted(CALLERS),
            service.port(),
            service.accounts().refreshes(CALLERS));
    try (var database = EmbeddedDatabase.join(service.home())) {
      var rotations = new ArrayList<Rotations>();
      for (var i = 0; i < CALLERS; i++) {
        rotations.add(stage.keep(new Rotations(database.access())));
      }
      var limit =
          Work.inside("rotations as one statement, %d connections".formatted(CALLERS), rotations);
      var works = List.of(limit, refreshes);
      report.rows(works, ROUNDS.measure(works), "0.5");
    }
  }
}
