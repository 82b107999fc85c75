package dev.latchkey.bootstrap.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long things are measured: in turns, so that a machine that is busy for a while is so for all
/// of them.
///
/// @param warmUp of each before the first round
public record Rounds(Duration warmUp, Duration round, int count) {

  /// Rounds of whole seconds.
  public static Rounds ofSeconds(int warmUp, int round, int count) {
    return new Rounds(Duration.ofSeconds(warmUp), Duration.ofSeconds(round), count);
  }

  /// A figure for each.
  public List<Figure> measure(Work... works) throws Exception {
    for (var work : works) {
      work.run().of(warmUp);
    }
    var tallies = new ArrayList<List<Tally>>();
    for (var i = 0; i < works.length; i++) {
      tallies.add(new ArrayList<>());
    }
    for (var n = 0; n < count; n++) {
      for (var i = 0; i < works.length; i++) {
        tallies.get(i).add(works[i].run().of(round));
      }
    }
    return tallies.stream().map(Figure::new).toList();
  }
}
