package dev.latchkey.bootstrap.bench;

import java.util.List;
import java.util.Locale;

/// What the rounds of one work come to.
record Figure(List<Burst> rounds) {

  Figure {
    rounds = List.copyOf(rounds);
  }

  /// The median of the rounds.
  double perSecond() {
    var rates = rounds.stream().map(Burst::perSecond).sorted().toList();
    return rates.get(rates.size() / 2);
  }

  long shed() {
    return rounds.stream().mapToLong(Burst::shed).sum();
  }

  /// The time, in milliseconds, that this share of all calls that were done kept within.
  double millis(double share) {
    var times = rounds.stream().flatMap(round -> round.times().stream()).sorted().toList();
    return times.isEmpty()
        ? Double.NaN
        : times.get((int) Math.ceil(times.size() * share) - 1) / 1e6;
  }

  String rate() {
    return String.format(Locale.ROOT, perSecond() < 1_000 ? "%.1f/s" : "%.0f/s", perSecond());
  }

  String rateAndTimes() {
    var refused = shed() == 0 ? "" : "; %d shed (503)".formatted(shed());
    return String.format(
        Locale.ROOT, "%s; p50 %.1f ms, p99 %.1f ms%s", rate(), millis(0.5), millis(0.99), refused);
  }
}
