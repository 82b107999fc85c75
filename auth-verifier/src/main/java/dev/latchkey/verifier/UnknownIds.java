package dev.latchkey.verifier;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Names of keys that the issuer did not know a minute ago; the 256 first of a minute.
final class UnknownIds {
  private static final int MAX = 256;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Map<String, Long> seen = new HashMap<>();

  synchronized boolean has(String id, long now) {
    var at = seen.get(id);
    return at != null && now - at < MINUTE;
  }

  synchronized void add(String id, long now) {
    if (seen.size() >= MAX) {
      seen.values().removeIf(at -> now - at >= MINUTE);
    }
    if (seen.size() < MAX) {
      seen.put(id, now);
    }
  }
}
