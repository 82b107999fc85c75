package dev.latchkey.bootstrap.bench;

import java.util.List;

/// What callers got done together in one go.
///
/// @param times of each call that was done, in nanoseconds; in no order
/// @param shed how many calls were turned away
/// @param seconds from the start of the first call to the end of the last
record Burst(List<Long> times, long shed, double seconds) {

  Burst {
    times = List.copyOf(times);
  }

  double perSecond() {
    return times.size() / seconds;
  }
}
