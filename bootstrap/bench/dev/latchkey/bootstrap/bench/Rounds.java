package dev.latchkey.bootstrap.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Measures works in turns, so that a machine that is busy for a while is so for all of them.
final class Rounds {
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final int COUNT = 5;

  private Rounds() {}

  /// A row for each work, each beside the same limit.
  static List<Report.Row> compare(Work limit, List<Work> works) throws Exception {
    var all = new ArrayList<>(works);
    all.addFirst(limit);
    var figures = measure(all);
    var rows = new ArrayList<Report.Row>();
    for (var i = 1; i < all.size(); i++) {
      rows.add(Report.Row.of(all.get(i).name(), figures.get(i), limit.name(), figures.getFirst()));
    }
    return rows;
  }

  private static List<Figure> measure(List<Work> works) throws Exception {
    for (var work : works) {
      Load.run(work.callers(), WARM_UP);
    }
    var bursts = works.stream().map(work -> new ArrayList<Burst>()).toList();
    for (var round = 0; round < COUNT; round++) {
      for (var i = 0; i < works.size(); i++) {
        bursts.get(i).add(Load.run(works.get(i).callers(), ROUND));
      }
    }
    return bursts.stream().map(Figure::new).toList();
  }
}
