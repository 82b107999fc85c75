package dev.latchkey.verifier;

import dev.latchkey.verifier.jose.JwkSet;
import dev.latchkey.verifier.jose.JwsAlgorithm;
import dev.latchkey.verifier.jose.VerifyingKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Keys as they were fetched.
///
/// @param freshFor for how long they need not be fetched again
record FreshKeys(Map<String, VerifyingKey> keys, Duration freshFor) {

  /// Those keys of a set whose algorithm is allowed.
  static FreshKeys of(JwkSet set, Set<JwsAlgorithm> algorithms, Duration freshFor) {
    var allowed =
        set.keys().values().stream()
            .filter(key -> algorithms.contains(key.algorithm()))
            .collect(Collectors.toUnmodifiableMap(VerifyingKey::id, key -> key));
    return new FreshKeys(allowed, freshFor);
  }
}
