package dev.latchkey.persistence.session.live;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A bounded number of sessions, found by their own ids and by those of their users. Anybody may
/// look at any time; only one thread at once may change anything.
///
/// What goes where there is no more room is found by the clock algorithm: a hand goes round, and
/// takes what nobody asked for since it last came by. With each new one it also goes two further in
/// search of what is too old.
final class Entries {
  private static final int STEPS = 2;

  private final int capacity;
  private final Duration maxAge;
  private final Map<UUID, Entry> byId = new ConcurrentHashMap<>();
  private final Map<UUID, List<Entry>> byUser = new HashMap<>();
  private Iterator<Entry> hand = Collections.emptyIterator();

  Entries(int capacity, Duration maxAge) {
    this.capacity = capacity;
    this.maxAge = maxAge;
  }

  @Nullable Entry find(UUID id, long nanos) {
    var entry = byId.get(id);
    return entry == null || entry.isOlderThan(maxAge, nanos) ? null : entry;
  }

  int size() {
    return byId.size();
  }

  void put(Entry entry, long nanos) {
    remove(entry.id());
    byId.put(entry.id(), entry);
    byUser.merge(
        entry.user(),
        List.of(entry),
        (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    for (var step = 0; step < STEPS || byId.size() > capacity; step++) {
      advance(nanos);
    }
  }

  private void advance(long nanos) {
    if (!hand.hasNext()) {
      hand = byId.values().iterator();
    }
    var entry = hand.hasNext() ? hand.next() : null;
    if (entry == null) {
      return;
    }
    if (entry.isOlderThan(maxAge, nanos) || (byId.size() > capacity && !entry.wasUsed())) {
      remove(entry.id());
    }
  }

  void remove(UUID id) {
    var entry = byId.remove(id);
    if (entry != null) {
      byUser.computeIfPresent(
          entry.user(),
          (user, all) -> {
            var others = all.stream().filter(each -> each != entry).toList();
            return others.isEmpty() ? null : others;
          });
    }
  }

  void removeAllOf(UUID user) {
    var all = byUser.remove(user);
    if (all != null) {
      all.forEach(entry -> byId.remove(entry.id()));
    }
  }

  void clear() {
    byId.clear();
    byUser.clear();
  }
}
