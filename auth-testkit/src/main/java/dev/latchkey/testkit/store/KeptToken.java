package dev.latchkey.testkit.store;

import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.TokenDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refresh token on record.
///
/// @param successor the token that took its place, with the time; null while it is unspent
record KeptToken(RefreshClaims claims, TokenDigest digest, @Nullable Successor successor) {

  /// What a spent token was spent for.
  record Successor(UUID jti, Instant since) {

    /// A grace of zero is none, also within the same moment.
    boolean isGracedAt(Instant now, Duration grace) {
      return !grace.isZero() && !now.isAfter(since.plus(grace));
    }
  }

  static KeptToken unspent(RefreshClaims claims, TokenDigest digest) {
    return new KeptToken(claims, digest, null);
  }

  KeptToken spent(UUID successor, Instant now) {
    return new KeptToken(claims, digest, new Successor(successor, now));
  }
}
