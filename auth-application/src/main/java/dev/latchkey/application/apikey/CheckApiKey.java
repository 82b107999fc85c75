package dev.latchkey.application.apikey;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.apikey.LiveApiKey;
import dev.latchkey.domain.apikey.RawApiKey;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Finds out for whom an API key acts, as things stand now: a key that was revoked, a user who was
/// deactivated and a role that was taken away count at once.
public final class CheckApiKey {
  /// Uses that follow each other within this time are noted once.
  static final Duration NOTED_EVERY = Duration.ofHours(1);

  private final ApiKeyStore keys;
  private final InstantSource clock;

  public CheckApiKey(ApiKeyStore keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// The user and key behind a text. Whatever has not the form and checksum of a key is refused
  /// without a look-up.
  ///
  /// @param text whatever the client sent
  /// @param origin the request that it came with
  /// @return empty where it is no key of ours, or no longer good
  public Optional<Caller> check(String text, Origin origin) {
    var now = clock.instant();
    var live = RawApiKey.parse(text).flatMap(raw -> keys.findLive(raw.digest(), now));
    live.ifPresent(used -> note(used, now));
    return live.map(used -> Caller.by(used.user(), used.key(), origin));
  }

  private void note(LiveApiKey used, Instant now) {
    var last = used.key().lastUsedAt();
    var since = now.minus(NOTED_EVERY);
    if (last != null && last.isAfter(since)) {
      return;
    }
    try {
      keys.noteUse(used.key().id(), now, since);
    } catch (Unavailable missed) {
      // The key is good all the same, and the next use may be noted.
    }
  }
}
