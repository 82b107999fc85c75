package dev.latchkey.verifier.jose;

import dev.latchkey.verifier.json.Json;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A set of public keys as it is published (RFC 7517 section 5).
///
/// @param keys by their names
public record JwkSet(Map<String, VerifyingKey> keys) {
  /// The greatest set that is read, in bytes.
  public static final int MAX_BYTES = 64 * 1024;

  private static final int MAX_KEYS = 64;
  private static final int MAX_DEPTH = 8;

  public JwkSet {
    keys = Map.copyOf(keys);
  }

  /// Reads a set. Keys that cannot be used here are left out: without a name, of another type,
  /// curve, algorithm or use, or malformed. Empty for what is no set of keys; and for one of more
  /// than 64 KiB or 64 keys, one that holds anything private, and one in which two usable keys have
  /// one name.
  public static Optional<JwkSet> read(byte[] json) {
    if (json.length > MAX_BYTES) {
      return Optional.empty();
    }
    return Json.readObject(json, MAX_DEPTH)
        .map(set -> set.get("keys"))
        .filter(List.class::isInstance)
        .flatMap(keys -> read((List<?>) keys));
  }

  private static Optional<JwkSet> read(List<?> entries) {
    if (entries.size() > MAX_KEYS) {
      return Optional.empty();
    }
    var keys = new LinkedHashMap<String, VerifyingKey>();
    for (var entry : entries) {
      if (!(entry instanceof Map<?, ?> map) || new JwkMembers(map).isPrivate()) {
        return Optional.empty();
      }
      var key = readKey(new JwkMembers(map));
      if (key.isPresent() && keys.put(key.get().id(), key.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new JwkSet(keys));
  }

  private static Optional<VerifyingKey> readKey(JwkMembers members) {
    return members.isForVerifying()
        ? members
            .text("kid")
            .flatMap(id ->
                Scheme.ALL.stream()
                    .filter(scheme -> members.says("kty", scheme.keyType()))
                    .filter(scheme -> members.allows("alg", scheme.algorithm().joseName()))
                    .findFirst()
                    .flatMap(scheme -> readKey(id, scheme, members)))
        : Optional.empty();
  }

  private static Optional<VerifyingKey> readKey(String id, Scheme scheme, JwkMembers members) {
    try {
      return Optional.of(VerifyingKey.of(id, scheme.read(members)));
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /// Writes a set, its keys in their order.
  public static String write(Collection<PublicJwk> keys) {
    return Json.write(Map.of("keys", keys.stream().map(PublicJwk::members).toList()));
  }
}
