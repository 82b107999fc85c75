package dev.latchkey.bootstrap.bench.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// What the rounds of one work come to.
public record Figure(List<Tally> rounds) {

  public Figure {
    rounds = List.copyOf(rounds);
  }

  /// The median of the rounds.
  public double perSecond() {
    return median(rounds.stream().mapToDouble(Tally::perSecond).toArray());
  }

  /// All rounds together.
  public Tally sum() {
    var sum = new Tally();
    rounds.forEach(sum::add);
    return sum;
  }

  public String rate() {
    return rate(perSecond());
  }

  public String rateAndTimes() {
    var sum = sum();
    var shed = sum.shed().getTotalCount();
    var refused = shed == 0 ? "" : "; %d shed (503)".formatted(shed);
    return rate() + "; " + times(sum.done()) + refused;
  }

  public static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 1_000 ? "%.1f/s" : "%,.0f/s", perSecond);
  }

  public static String times(Histogram micros) {
    return String.format(
        Locale.ROOT,
        "p50 %.1f, p99 %.1f, max %.0f ms",
        millis(micros, 50),
        millis(micros, 99),
        millis(micros, 100));
  }

  /// The time, in milliseconds, that so many percent kept within.
  public static double millis(Histogram micros, double percent) {
    return micros.getValueAtPercentile(percent) / 1e3;
  }

  public static double median(double... values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
