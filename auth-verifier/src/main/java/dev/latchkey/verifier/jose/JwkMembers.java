package dev.latchkey.verifier.jose;

import java.security.spec.InvalidKeySpecException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One object of a key set (RFC 7517 section 4), as it was sent.
record JwkMembers(Map<?, ?> members) {
  /// Of RSA, elliptic curves and secrets (RFC 7518 section 6), and of newer kinds.
  private static final Set<String> PRIVATE =
      Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

  boolean isPrivate() {
    return !Collections.disjoint(members.keySet(), PRIVATE);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(members.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  boolean says(String name, String value) {
    return value.equals(members.get(name));
  }

  /// Whether a member is absent or says this.
  boolean allows(String name, String value) {
    return !members.containsKey(name) || says(name, value);
  }

  /// Whether `use` and `key_ops` let the key check signatures (RFC 7517 sections 4.2 and 4.3).
  boolean isForVerifying() {
    return allows("use", "sig")
        && (!members.containsKey("key_ops") || operations().contains("verify"));
  }

  private List<?> operations() {
    return members.get("key_ops") instanceof List<?> operations ? operations : List.of();
  }

  byte[] bytes(String name) throws InvalidKeySpecException {
    return text(name)
        .flatMap(Base64Url::decode)
        .orElseThrow(() -> new InvalidKeySpecException("no bytes in " + name));
  }

  byte[] bytes(String name, int length) throws InvalidKeySpecException {
    var bytes = bytes(name);
    if (bytes.length != length) {
      throw new InvalidKeySpecException("not " + length + " bytes in " + name);
    }
    return bytes;
  }
}
