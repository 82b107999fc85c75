package dev.latchkey.domain.port;

import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.key.TokenKey;
import java.time.Instant;

/// Makes keys that sign access tokens.
public interface KeyMaker {

  /// A fresh key, its private half sealed. For HS256 always the same: the deployment's secret.
  TokenKey make(KeyAlgorithm algorithm, Instant now);
}
