package dev.latchkey.domain.key;

import java.time.Duration;

/// How keys come and go.
///
/// @param algorithm what new keys are for
/// @param rotation how long a key signs
/// @param notice how long a key is published before it signs: longer than anybody may go by an
///   older list
/// @param retention how long a key is believed that signs no more: as long as its last token
public record KeyPolicy(
    KeyAlgorithm algorithm, Duration rotation, Duration notice, Duration retention) {}
