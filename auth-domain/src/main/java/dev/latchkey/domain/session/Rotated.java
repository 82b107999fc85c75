package dev.latchkey.domain.session;

/// What became of a rotation.
public sealed interface Rotated {

  /// The token was unspent. It is spent now, and its successor is the proposed one.
  record Spent(LiveSession live) implements Rotated {}

  /// The token was spent a moment ago by another call of the same holder, and its successor has not
  /// been used: that same successor is to be written again.
  record Concurrent(LiveSession live, RefreshClaims successor) implements Rotated {}

  /// The token was spent for good. The session has been ended, and that is committed.
  record Reused() implements Rotated {}

  /// The session had been ended, or its user may not log in.
  record Ended() implements Rotated {}

  /// The session's time had run out.
  record Expired() implements Rotated {}

  /// No such token was ever issued, or its session is no longer on record.
  record Unknown() implements Rotated {}
}
