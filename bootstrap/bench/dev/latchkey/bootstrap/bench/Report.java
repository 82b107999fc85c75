package dev.latchkey.bootstrap.bench;

import dev.latchkey.bootstrap.bench.load.Figure;
import dev.latchkey.bootstrap.bench.load.Work;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// A table in Markdown, printed row by row.
public final class Report {
  private final PrintStream output;

  Report(PrintStream output) {
    this.output = output;
  }

  void begin() {
    output.printf(
        "%n%d cores, Java %s; medians of rounds measured in turns%n%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version());
    output.println("| work | figure | limit in this run | ratio | target |");
    output.println("| --- | --- | --- | --- | --- |");
  }

  /// Works beside the first of them, their limit.
  public void rows(List<Work> works, List<Figure> figures, String target) {
    var limit = figures.getFirst();
    for (var i = 1; i < works.size(); i++) {
      row(
          works.get(i).name(),
          figures.get(i).rateAndTimes(),
          limit.rate() + " " + works.getFirst().name(),
          ratio(figures.get(i).perSecond(), limit.perSecond()),
          target);
    }
  }

  /// A figure that has no limit of its own.
  public void row(String work, String figure, String target) {
    row(work, figure, "", "", target);
  }

  public void row(String work, String figure, String limit, String ratio, String target) {
    output.printf("| %s | %s | %s | %s | %s |%n", work, figure, limit, ratio, target);
    output.flush();
  }

  public static String ratio(double figure, double limit) {
    return String.format(Locale.ROOT, "%.2f", figure / limit);
  }
}
