package dev.latchkey.application.apikey;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;

/// Revokes one API key of a user: their own, or anyone's for an admin.
public final class RevokeApiKey {
  private final ApiKeyStore keys;
  private final InstantSource clock;

  public RevokeApiKey(ApiKeyStore keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// Revokes a key at once, on every node. Revoking twice is no error.
  ///
  /// @return false where the user has no such key, or the caller may not know
  public boolean revoke(Caller caller, UserId user, ApiKeyId key) {
    var now = clock.instant();
    var event = caller.event(EventKind.API_KEY_REVOKED, user, now).with(key);
    return caller.maySee(user) && keys.revoke(user, key, now, Consequences.of(event));
  }
}
