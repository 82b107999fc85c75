package dev.latchkey.bootstrap.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long things are measured: in turns, so that a machine that is busy for a while is so for all
/// of them.
public record Rounds(Duration round, int count) {
  private static final int MOST_TO_WARM_UP = 12;
  private static final int STEADY = 4;
  private static final double FASTER = 1.05;

  /// Rounds of whole seconds.
  public static Rounds ofSeconds(int round, int count) {
    return new Rounds(Duration.ofSeconds(round), count);
  }

  /// A figure for each.
  public List<Figure> measure(List<Work> works) throws Exception {
    var tallies = new ArrayList<List<Tally>>();
    for (var work : works) {
      warmUp(work);
      tallies.add(new ArrayList<>());
    }
    for (var n = 0; n < count; n++) {
      for (var i = 0; i < works.size(); i++) {
        tallies.get(i).add(works.get(i).run().of(round));
      }
    }
    return tallies.stream().map(Figure::new).toList();
  }

  /// Until it has not become faster for some rounds: a virtual machine compiles for most of a minute.
  private void warmUp(Work work) throws Exception {
    var best = 0.0;
    var steady = 0;
    for (var n = 0; n < MOST_TO_WARM_UP && steady < STEADY; n++) {
      var rate = work.run().of(round).perSecond();
      steady = rate < best * FASTER ? steady + 1 : 0;
      best = Math.max(best, rate);
    }
  }
}
