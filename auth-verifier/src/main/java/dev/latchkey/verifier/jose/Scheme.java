package dev.latchkey.verifier.jose;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;

/// What an asymmetric algorithm asks of its keys and signatures.
interface Scheme {
  List<Scheme> ALL = List.of(new Es256(), new Ed25519(), new Rs256());

  /// The one for keys of this kind.
  ///
  /// @throws IllegalArgumentException where there is none
  static Scheme of(PublicKey key) {
    return ALL.stream()
        .filter(scheme -> scheme.isFor(key))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "not a key on P-256 or Ed25519, nor an RSA key of 2,048 to 8,192 bits"));
  }

  JwsAlgorithm algorithm();

  /// The name of the signature in the JDK.
  String signature();

  boolean isFor(PublicKey key);

  /// Whether bytes can be a signature at all.
  boolean isWellFormed(byte[] signature);

  /// The members that a JWK must have, all of them strings.
  Map<String, String> members(PublicKey key);

  /// The key of a JWK.
  ///
  /// @throws GeneralSecurityException for members that are missing or malformed
  PublicKey read(JwkMembers members) throws GeneralSecurityException;

  /// The value of `kty`.
  String keyType();
}
