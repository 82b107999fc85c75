package dev.latchkey.bootstrap.bench.part;

import dev.latchkey.bootstrap.bench.Benchmark;
import dev.latchkey.bootstrap.bench.Report;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Figure;
import dev.latchkey.bootstrap.bench.load.Rounds;
import java.util.ArrayList;
import java.util.Locale;

/// What single calls cost among so many users, one call at a time: the median, beside the same
/// among the fewest.
public final class Growth implements Benchmark.Part {
  private static final Rounds ROUNDS = Rounds.ofSeconds(1, 3);

  @Override
  public void measure(Stage stage, Report report) throws Exception {
    var towns = new ArrayList<Town>();
    for (var users : System.getProperty("users", "10000,1000000").split(",")) {
      towns.add(Town.of(stage, Long.parseLong(users)));
    }
    for (var name : towns.getFirst().calls().keySet()) {
      var works = towns.stream().map(town -> town.work(name)).toList();
      var millis = ROUNDS.measure(works).stream().map(Growth::millis).toList();
      var fewest = towns.getFirst().users();
      for (var i = 1; i < towns.size(); i++) {
        report.row(
            "%s, %,d users".formatted(name, towns.get(i).users()),
            written(millis.get(i)),
            "%s at %,d".formatted(written(millis.getFirst()), fewest),
            Report.ratio(millis.get(i), millis.getFirst()),
            "flat");
      }
    }
  }

  private static double millis(Figure figure) {
    return Figure.millis(figure.sum().done(), 50);
  }

  private static String written(double millis) {
    return String.format(Locale.ROOT, "%.2f ms", millis);
  }
}
