package dev.latchkey.bootstrap.bench;

import dev.latchkey.bootstrap.bench.load.Figure;
import dev.latchkey.bootstrap.bench.load.Work;
import java.io.PrintStream;
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

  /// A work beside its limit.
  public void row(Work work, Figure figure, Work limit, Figure bound, String target) {
    row(
        work.name(),
        figure.rateAndTimes(),
        bound.rate() + " " + limit.name(),
        ratio(figure.perSecond(), bound.perSecond()),
        target);
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
