package dev.latchkey.testkit.store;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.session.TokenDigest;
import java.time.Instant;

/// An API key on record.
record KeptApiKey(ApiKey key, TokenDigest digest, boolean revoked) {

  KeptApiKey used(Instant now) {
    return new KeptApiKey(key.used(now), digest, revoked);
  }

  boolean isLiveAt(Instant now) {
    return !revoked && key.isRunningAt(now);
  }
}
