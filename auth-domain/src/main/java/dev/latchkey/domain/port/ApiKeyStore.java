package dev.latchkey.domain.port;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.apikey.LiveApiKey;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps API keys. Each method is one transaction, and what it did is durable and seen by every
/// node when it returns. A key lives until it is revoked or runs out. Whatever deactivates its
/// user, resets their password or verifies their address with another password revokes it for good
/// in the same commit; a purge removes it. Every method may throw [Unavailable].
public interface ApiKeyStore {

  /// Adds a key, if its user is active and the session in which they ask for it lives. What revokes
  /// the keys of a user ends their sessions too: if that commits first, no key is added, and if the
  /// key is added first, it is revoked. Of any number of calls at once, no more succeed than leave
  /// the user with so many living keys.
  ///
  /// @param digest of the key itself
  /// @param session of the user
  Creation create(
      ApiKey key, TokenDigest digest, SessionId session, int maxPerUser, Consequences consequences);

  /// The key of this digest with its user, where it lives at `now` and the user is active. What
  /// every request asks that shows a key; one indexed read.
  Optional<LiveApiKey> findLive(TokenDigest digest, Instant now);

  /// The user's keys that live at `now`, the newest first.
  List<ApiKey> list(UserId user, Instant now);

  /// Revokes one key of this user. Revoking twice is no error and has no consequences.
  ///
  /// @return false where the user has no key of this id on record
  boolean revoke(UserId user, ApiKeyId id, Instant now, Consequences consequences);

  /// Notes that a key was used at `now`, unless a use after `since` is on record. Waits for nobody:
  /// where somebody else is changing the key, nothing is noted.
  void noteUse(ApiKeyId id, Instant now, Instant since);

  /// What became of a new key.
  enum Creation {
    CREATED,
    /// The user has as many living keys as are allowed.
    TOO_MANY,
    /// The session does not live, or is not the user's.
    NO_SESSION
  }
}
