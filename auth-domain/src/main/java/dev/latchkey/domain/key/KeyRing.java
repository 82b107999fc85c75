package dev.latchkey.domain.key;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The keys of a deployment: none at the very beginning, then one that signs, at most one that is
/// to sign next, and those that are still believed. Each change gives another ring.
///
/// @param keys the older first
public record KeyRing(List<TokenKey> keys) {
  private static final Comparator<TokenKey> BY_AGE =
      Comparator.comparing(TokenKey::createdAt).thenComparing(key -> key.id().value());

  /// A deployment that has not begun yet.
  public static final KeyRing EMPTY = new KeyRing(List.of());

  public KeyRing {
    keys = keys.stream().sorted(BY_AGE).toList();
    if (keys.stream().map(TokenKey::id).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("two keys have one id");
    }
    if (count(keys, KeyState.ACTIVE) != Math.min(keys.size(), 1)) {
      throw new IllegalArgumentException("exactly one key is active");
    }
    if (count(keys, KeyState.PENDING) > 1) {
      throw new IllegalArgumentException("at most one key is next");
    }
  }

  private static long count(List<TokenKey> keys, KeyState state) {
    return keys.stream().filter(key -> key.is(state)).count();
  }

  /// A ring of one key, which signs.
  public static KeyRing of(TokenKey first) {
    return new KeyRing(List.of(first.active(first.createdAt())));
  }

  /// The key that signs; there is one unless the ring is empty.
  public Optional<TokenKey> active() {
    return find(KeyState.ACTIVE);
  }

  /// The key that is to sign next.
  public Optional<TokenKey> pending() {
    return find(KeyState.PENDING);
  }

  /// The key of this id.
  public Optional<TokenKey> find(KeyId id) {
    return keys.stream().filter(key -> key.id().equals(id)).findAny();
  }

  private Optional<TokenKey> find(KeyState state) {
    return keys.stream().filter(key -> key.is(state)).findAny();
  }

  /// The same ring with a key that is to sign from a moment on, in place of any other that was.
  public KeyRing announcing(TokenKey next, Instant signsFrom) {
    return new KeyRing(
        Stream.concat(
                keys.stream().filter(key -> !key.is(KeyState.PENDING)),
                Stream.of(next.planned(signsFrom)))
            .toList());
  }

  /// The same ring with its next key planned for another moment.
  public KeyRing planning(Instant signsFrom) {
    return mapped(key -> key.is(KeyState.PENDING) ? key.planned(signsFrom) : key);
  }

  /// The next key signs, and the one that did is believed for as long as its last tokens.
  public KeyRing rotated(Instant now, KeyPolicy policy) {
    if (pending().isEmpty()) {
      throw new IllegalStateException("there is no next key");
    }
    return mapped(key ->
        switch (key.state()) {
          case PENDING -> key.active(now);
          case ACTIVE -> key.retired(now.plus(policy.retention()));
          case RETIRED -> key;
        });
  }

  /// The same ring without keys whose last token has expired.
  public KeyRing pruned(Instant now) {
    return new KeyRing(
        keys.stream()
            .filter(key -> key.believedUntil() == null || now.isBefore(key.believedUntil()))
            .toList());
  }

  /// The same ring without a key that is not, or no longer, the active one.
  public KeyRing without(KeyId id) {
    return new KeyRing(keys.stream().filter(key -> !key.id().equals(id)).toList());
  }

  /// When everybody who goes by a list of ours has the next key: a list from before it was made is
  /// used no longer than the notice, and where it was made with the first there is no such list.
  public Instant knownFrom(TokenKey next, KeyPolicy policy) {
    var hasOlder =
        keys.stream()
            .anyMatch(key ->
                key.algorithm().hasPublicKey() && key.createdAt().isBefore(next.createdAt()));
    return hasOlder && next.algorithm().hasPublicKey()
        ? next.createdAt().plus(policy.notice())
        : next.createdAt();
  }

  private KeyRing mapped(UnaryOperator<TokenKey> change) {
    return new KeyRing(keys.stream().map(change).toList());
  }
}
