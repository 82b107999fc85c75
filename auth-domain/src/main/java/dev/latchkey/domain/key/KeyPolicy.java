package dev.latchkey.domain.key;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How keys come and go.
///
/// @param algorithm what new keys are for; null for what keys are for already, or else HS256
/// @param rotation how long a key signs
/// @param notice how long a key is published before it signs: longer than anybody may go by an
///   older list
/// @param retention how long a key is believed that signs no more: as long as its last token
public record KeyPolicy(
    @Nullable KeyAlgorithm algorithm, Duration rotation, Duration notice, Duration retention) {

  /// What the first key is for.
  public KeyAlgorithm first() {
    return Objects.requireNonNullElse(algorithm, KeyAlgorithm.HS256);
  }
}
