package dev.latchkey.crypto.token;

import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.verifier.jose.VerifyingKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Access tokens that were found good, each by the digest of all its letters, so that a signature
/// is checked once and not with each request. A digest is a tenth of a token, and opens nothing.
/// Only good ones are remembered, so nobody who has no token of ours can fill it. Looking takes no
/// lock.
///
/// What goes where there is no more room is found by the clock algorithm: a hand goes round, and
/// takes what nobody asked for since it last came by. With each new token it also goes two further
/// in search of what has expired.
final class TokenMemory {
  private static final int CAPACITY = 20_000;
  private static final int STEPS = 2;

  private final int capacity;
  private final Map<TokenDigest, Remembered> tokens = new ConcurrentHashMap<>();
  private final Lock changing = new ReentrantLock();
  private Iterator<Remembered> hand = Collections.emptyIterator();

  TokenMemory() {
    this(CAPACITY);
  }

  TokenMemory(int capacity) {
    this.capacity = capacity;
  }

  @Nullable Remembered find(TokenDigest token) {
    return tokens.get(token);
  }

  void put(Remembered remembered) {
    changing.lock();
    try {
      tokens.put(remembered.token, remembered);
      for (var step = 0; step < STEPS || tokens.size() > capacity; step++) {
        advance(remembered.verifiedAt);
      }
    } finally {
      changing.unlock();
    }
  }

  private void advance(Instant now) {
    if (!hand.hasNext()) {
      hand = tokens.values().iterator();
    }
    var next = hand.hasNext() ? hand.next() : null;
    if (next == null) {
      return;
    }
    if (!next.isInTime(now) || (tokens.size() > capacity && !next.wasUsed())) {
      tokens.remove(next.token, next);
    }
  }

  int size() {
    return tokens.size();
  }

  /// A token that was found good.
  static final class Remembered {
    private final TokenDigest token;
    private final VerifiedAccess access;
    private final VerifyingKey key;
    private final Instant verifiedAt;
    private final Instant until;
    private boolean used;

    /// @param until when it is good no more
    Remembered(
        TokenDigest token,
        VerifiedAccess access,
        VerifyingKey key,
        Instant verifiedAt,
        Instant until) {
      this.token = token;
      this.access = access;
      this.key = key;
      this.verifiedAt = verifiedAt;
      this.until = until;
    }

    /// What was found, where the token is still good by the clock and this very key still believed.
    Optional<VerifiedAccess> recall(Instant now, TokenKeys keys) {
      if (!isInTime(now) || keys.known(key.id()).filter(key::equals).isEmpty()) {
        return Optional.empty();
      }
      if (!used) {
        used = true;
      }
      return Optional.of(access);
    }

    /// A clock that was set back may be at a time at which the token is not good yet.
    private boolean isInTime(Instant now) {
      return !now.isBefore(verifiedAt) && now.isBefore(until);
    }

    private boolean wasUsed() {
      var was = used;
      used = false;
      return was;
    }
  }
}
