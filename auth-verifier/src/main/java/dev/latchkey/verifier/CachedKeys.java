package dev.latchkey.verifier;

import dev.latchkey.verifier.jose.VerifyingKey;
import dev.latchkey.verifier.jose.VerifyingKeys;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps the issuer's keys at hand. They are fetched when first needed, by one thread for all, and
/// again before their time is over, while nobody waits. So a key that is taken out is believed
/// until then at the longest, as long as the issuer can be reached; where it cannot, the last keys
/// do for a bounded time.
///
/// A name that is not known is asked for at once, because keys are rotated; but only every ten
/// seconds, because anybody can make up names.
final class CachedKeys implements VerifyingKeys {
  private static final long PAUSE_AFTER_FAILURE = Duration.ofSeconds(5).toNanos();
  private static final long PAUSE_BETWEEN_UNKNOWN = Duration.ofSeconds(10).toNanos();

  private final Supplier<CompletableFuture<FreshKeys>> issuer;
  private final Duration longest;
  private final LongSupplier nanoTime;
  private final UnknownIds unknown = new UnknownIds();
  private final Object lock = new Object();

  private volatile @Nullable HeldKeys held;
  private volatile @Nullable Throwable failure;
  private @Nullable CompletableFuture<Optional<HeldKeys>> fetching;
  private long failedAt;
  private @Nullable Long askedForUnknownAt;

  /// Keys of this issuer.
  ///
  /// @param longest for how long keys are used that cannot be fetched again
  CachedKeys(
      Supplier<CompletableFuture<FreshKeys>> issuer, Duration longest, LongSupplier nanoTime) {
    this.issuer = issuer;
    this.longest = longest;
    this.nanoTime = nanoTime;
  }

  /// The key of this name.
  ///
  /// @throws KeysUnavailableException when it cannot be known whether there is one
  @Override
  public Optional<VerifyingKey> find(String id) {
    var now = nanoTime.getAsLong();
    var known = current(now);
    var key = known.find(id);
    var isSettled = key.isPresent() || known.isNewerThan(now) || unknown.has(id, now);
    return isSettled ? key : findAnew(id, now);
  }

  private HeldKeys current(long now) {
    var known = held;
    if (known != null && !known.isDue(now)) {
      return known;
    }
    var fetch = fetch(now);
    if (known != null && isGoodMeanwhile(known, now)) {
      return known;
    }
    var fetched = fetch.flatMap(CachedKeys::await);
    if (fetched.isPresent()) {
      return fetched.get();
    }
    if (known == null || known.isOlderThan(longest, now)) {
      throw new KeysUnavailableException(failure);
    }
    return known;
  }

  /// Nobody waits for an issuer that is known to be down.
  private boolean isGoodMeanwhile(HeldKeys known, long now) {
    return !known.isStale(now) || (failure != null && !known.isOlderThan(longest, now));
  }

  private Optional<VerifyingKey> findAnew(String id, long now) {
    var fetch = fetchForUnknown(now);
    if (fetch.isEmpty()) {
      return findInLatest(id);
    }
    var fetched = fetch.flatMap(CachedKeys::await);
    if (fetched.isEmpty()) {
      throw new KeysUnavailableException(failure);
    }
    var key = fetched.get().find(id);
    if (key.isEmpty()) {
      unknown.add(id, now);
    }
    return key;
  }

  /// Another thread may just have fetched them.
  private Optional<VerifyingKey> findInLatest(String id) {
    var key = Optional.ofNullable(held).flatMap(latest -> latest.find(id));
    if (key.isEmpty() && failure != null) {
      throw new KeysUnavailableException(failure);
    }
    return key;
  }

  private Optional<CompletableFuture<Optional<HeldKeys>>> fetchForUnknown(long now) {
    synchronized (lock) {
      if (fetching != null) {
        return Optional.of(fetching);
      }
      if (askedForUnknownAt != null && now - askedForUnknownAt < PAUSE_BETWEEN_UNKNOWN) {
        return Optional.empty();
      }
      var fetch = fetch(now);
      if (fetch.isPresent()) {
        askedForUnknownAt = now;
      }
      return fetch;
    }
  }

  /// The fetch that is under way, or a new one; none soon after one that failed.
  private Optional<CompletableFuture<Optional<HeldKeys>>> fetch(long now) {
    synchronized (lock) {
      if (fetching != null) {
        return Optional.of(fetching);
      }
      if (failure != null && now - failedAt < PAUSE_AFTER_FAILURE) {
        return Optional.empty();
      }
      // Its end waits for this lock, unless it has ended already.
      var fetch = ask().handle(this::end);
      fetching = fetch.isDone() ? null : fetch;
      return Optional.of(fetch);
    }
  }

  private CompletableFuture<FreshKeys> ask() {
    try {
      return issuer.get();
    } catch (RuntimeException notSent) {
      return CompletableFuture.failedFuture(notSent);
    }
  }

  private Optional<HeldKeys> end(@Nullable FreshKeys keys, @Nullable Throwable problem) {
    var now = nanoTime.getAsLong();
    synchronized (lock) {
      fetching = null;
      failure = problem;
      failedAt = now;
      if (keys == null) {
        return Optional.empty();
      }
      var latest = new HeldKeys(keys, now);
      held = latest;
      return Optional.of(latest);
    }
  }

  private static Optional<HeldKeys> await(CompletableFuture<Optional<HeldKeys>> fetch) {
    try {
      return Http.await(fetch);
    } catch (ExecutionException interrupted) {
      return Optional.empty();
    }
  }
}
