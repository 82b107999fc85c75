package dev.latchkey.domain.limit;

import java.time.Duration;

/// How much of something is allowed within a fixed window, which begins with the first attempt.
///
/// Over a plain limit, nothing is allowed until the window is over. Over a growing one, one attempt
/// is allowed after `firstWait`, and each further one after a wait twice as long, at most as long
/// as the window; it starts anew once nothing was counted for a wait and a window.
///
/// @param max how many attempts are allowed
/// @param firstWait zero for a plain limit
public record Limit(int max, Duration window, Duration firstWait) {
  private static final int MOST_DOUBLINGS = 20;

  public Limit {
    if (max < 1 || window.isNegative() || window.isZero() || firstWait.isNegative()) {
      throw new IllegalArgumentException("a limit allows something within some time");
    }
  }

  /// A plain limit.
  public Limit(int max, Duration window) {
    this(max, window, Duration.ZERO);
  }

  /// The same limit, with waits that grow from this one on.
  public Limit growingFrom(Duration wait) {
    return new Limit(max, window, wait);
  }

  /// Whether waits grow over it.
  public boolean isGrowing() {
    return !firstWait.isZero();
  }

  /// How long the next attempt has to wait after so many, where waits grow.
  Duration waitAfter(int hits) {
    var wait = firstWait.multipliedBy(1L << Math.min(hits - max, MOST_DOUBLINGS));
    return wait.compareTo(window) < 0 ? wait : window;
  }
}
