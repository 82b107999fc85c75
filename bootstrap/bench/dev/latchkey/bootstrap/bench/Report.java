package dev.latchkey.bootstrap.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A table in Markdown.
record Report(List<Row> rows) {

  Report {
    rows = List.copyOf(rows);
  }

  void print(PrintStream output) {
    output.printf(
        "%n%d cores, Java %s, PostgreSQL embedded; medians of the rounds%n%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version());
    output.println("| work | figure | limit in this run | ratio |");
    output.println("| --- | --- | --- | --- |");
    rows.forEach(row ->
        output.printf("| %s | %s | %s | %s |%n", row.work, row.figure, row.limit, row.ratio));
    output.flush();
  }

  /// A line of it.
  record Row(String work, String figure, String limit, String ratio) {

    static Row of(String work, Figure figure, String limit, Figure bound) {
      var ratio = String.format(Locale.ROOT, "%.2f", figure.perSecond() / bound.perSecond());
      return new Row(work, figure.rateAndTimes(), bound.rate() + " " + limit, ratio);
    }

    static Row of(String work, Duration time) {
      return alone(work, String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9));
    }

    static Row alone(String work, String figure) {
      return new Row(work, figure, "", "");
    }
  }
}
