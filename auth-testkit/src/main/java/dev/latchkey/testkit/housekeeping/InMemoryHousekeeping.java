package dev.latchkey.testkit.housekeeping;

import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.port.Housekeeping;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Knows of remains only what it is told, to try out who uses it.
public final class InMemoryHousekeeping implements Housekeeping {
  private final Map<Remains, Map<String, Instant>> left = new EnumMap<>(Remains.class);

  /// Something had its time at this moment.
  ///
  /// @return what names it
  public synchronized String leave(Remains what, Instant ended) {
    var name = UUID.randomUUID().toString();
    left(what).put(name, ended);
    return name;
  }

  /// Whether it is still there.
  public synchronized boolean isThere(Remains what, String name) {
    return left(what).containsKey(name);
  }

  /// How many of a kind are there.
  public synchronized int count(Remains what) {
    return left(what).size();
  }

  @Override
  public synchronized int remove(Remains what, Instant keptSince, int atMost) {
    var gone =
        left(what).entrySet().stream()
            .filter(one -> one.getValue().isBefore(keptSince))
            .limit(atMost)
            .map(Map.Entry::getKey)
            .toList();
    gone.forEach(left(what)::remove);
    return gone.size();
  }

  private Map<String, Instant> left(Remains what) {
    return left.computeIfAbsent(what, unused -> new LinkedHashMap<>());
  }
}
