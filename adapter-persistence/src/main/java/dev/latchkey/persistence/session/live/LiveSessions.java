package dev.latchkey.persistence.session.live;

import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

/// The live sessions that this node has read, for as long as it can prove that it hears of every
/// change to them.
///
/// [Notices] tells what was changed, and brings back beats that the node sent to itself. As
/// PostgreSQL delivers notices in the order of the commits, a beat that came back proves that
/// everything committed before it was sent has been heard of. What is kept is believed for [#BOUND]
/// from the sending of the last such beat, and not at all otherwise. Whatever this node changes
/// itself, it forgets before it says that it was changed.
///
/// What was read before a change and put here after its notice would stay. So a stamp is taken
/// before each read, and nothing is kept that was changed since.
@Singleton
public final class LiveSessions {
  /// For how long a proof holds.
  static final Duration BOUND = Duration.ofSeconds(2);

  /// How old may be what is told of to nobody: a log-in on another node.
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  private static final int CAPACITY = 20_000;

  private final Entries entries;
  private final Changes changes = new Changes();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private volatile long believedUntil = System.nanoTime();

  LiveSessions() {
    this(new Entries(CAPACITY, MAX_AGE));
  }

  LiveSessions(Entries entries) {
    this.entries = entries;
  }

  /// A session that is known to live. Neither asks nor waits.
  public Optional<LiveSession> peek(SessionId id, Instant now) {
    var nanos = System.nanoTime();
    // In this order: what is found after a doubt is over was found out after it, too.
    var entry = hears(nanos) ? entries.find(id.value(), nanos) : null;
    if (entry == null || !entry.session().session().isRunningAt(now)) {
      return Optional.empty();
    }
    entry.use();
    hits.increment();
    return Optional.of(entry.session());
  }

  /// A session as it is known, or else as it is read, and known from then on.
  public Optional<LiveSession> find(
      SessionId id, Instant now, Supplier<Optional<LiveSession>> read) {
    var known = peek(id, now);
    if (known.isPresent()) {
      return known;
    }
    misses.increment();
    var stamp = stamp();
    var found = read.get();
    found.ifPresent(session -> keep(new Entry(session, System.nanoTime()), stamp));
    return found;
  }

  private synchronized long stamp() {
    return changes.stamp();
  }

  private synchronized void keep(Entry entry, long stamp) {
    var nanos = System.nanoTime();
    if (hears(nanos) && !changes.any(stamp, entry.id(), entry.user())) {
      entries.put(entry, nanos);
    }
  }

  /// Does what may end a session, and forgets it, whatever came of that.
  public <T> T ending(SessionId id, Supplier<T> work) {
    try {
      return work.get();
    } finally {
      forgetSession(id.value());
    }
  }

  /// Does what may change a user or their sessions, and forgets these, whatever came of that.
  public <T> T changing(UserId user, Supplier<T> work) {
    return changing(changed -> {
      changed.add(user);
      return work.get();
    });
  }

  /// Does what may change users or their sessions, and forgets these, whatever came of that.
  ///
  /// @param work adds whom it is about to change
  public <T> T changing(Function<Set<UserId>, T> work) {
    var changed = new HashSet<UserId>();
    try {
      return work.apply(changed);
    } finally {
      changed.forEach(user -> forgetUser(user.value()));
    }
  }

  synchronized void forgetSession(UUID id) {
    changes.add(id);
    entries.remove(id);
  }

  synchronized void forgetUser(UUID id) {
    changes.add(id);
    entries.removeAllOf(id);
  }

  synchronized void forgetAll() {
    changes.addAll();
    entries.clear();
  }

  /// Believes no more what is known, until the next proof.
  synchronized void doubt() {
    believedUntil = System.nanoTime();
    forgetAll();
  }

  /// Takes the proof that all is known which was committed before `sentAt`. After a time of doubt
  /// it begins with nothing.
  ///
  /// @param sentAt by [System#nanoTime()]
  synchronized void believe(long sentAt) {
    if (!hears()) {
      forgetAll();
    }
    believedUntil = sentAt + BOUND.toNanos();
  }

  /// Whether the node hears of changes, and so believes what it knows.
  public boolean hears() {
    return hears(System.nanoTime());
  }

  private boolean hears(long nanos) {
    return nanos - believedUntil < 0;
  }

  /// How many are known.
  public int size() {
    return entries.size();
  }

  /// How often a session was known that somebody asked for.
  public long hits() {
    return hits.sum();
  }

  /// How often one had to be read.
  public long misses() {
    return misses.sum();
  }
}
