package dev.latchkey.verifier.jose;

import java.util.Map;
import java.util.Optional;

/// Finds keys by the names that tokens give them. The name comes from the token and is not
/// believed: whatever is done with it but comparing is a risk.
@FunctionalInterface
public interface VerifyingKeys {

  /// The key of exactly this name.
  Optional<VerifyingKey> find(String id);

  /// One key and no other.
  static VerifyingKeys of(VerifyingKey key) {
    return id -> Optional.of(key).filter(known -> known.id().equals(id));
  }

  /// The keys of a map, each under its own name.
  static VerifyingKeys of(Map<String, ? extends VerifyingKey> keys) {
    return id -> Optional.ofNullable(keys.get(id));
  }
}
