package dev.latchkey.verifier.jose;

import dev.latchkey.verifier.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// A public key as it is published (RFC 7517), for signatures only and with one algorithm.
public final class PublicJwk {
  private final Map<String, String> required;
  private final String id;
  private final JwsAlgorithm algorithm;

  private PublicJwk(Map<String, String> required, String id, JwsAlgorithm algorithm) {
    this.required = required;
    this.id = id;
    this.algorithm = algorithm;
  }

  /// A key that is named by its thumbprint.
  ///
  /// @throws IllegalArgumentException for a key that [VerifyingKey] refuses
  public static PublicJwk of(PublicKey key) {
    var scheme = Scheme.of(key);
    var required = new TreeMap<>(scheme.members(key));
    return new PublicJwk(required, thumbprint(required), scheme.algorithm());
  }

  /// RFC 7638: SHA-256 over the required members in the order of their names, as Base64url.
  private static String thumbprint(Map<String, String> required) {
    try {
      var json = Json.write(required).getBytes(StandardCharsets.UTF_8);
      return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// The key's name: its RFC 7638 thumbprint, 43 characters.
  public String id() {
    return id;
  }

  /// The one algorithm.
  public JwsAlgorithm algorithm() {
    return algorithm;
  }

  /// What is published: `kty` and what belongs to it, `kid`, `use` and `alg`.
  public Map<String, String> members() {
    var members = new LinkedHashMap<>(required);
    members.put("kid", id);
    members.put("use", "sig");
    members.put("alg", algorithm.joseName());
    return members;
  }
}
