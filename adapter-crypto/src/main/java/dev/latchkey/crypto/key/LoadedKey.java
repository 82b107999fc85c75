package dev.latchkey.crypto.key;

import dev.latchkey.domain.key.KeyMaterial;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.verifier.jose.PublicJwk;
import dev.latchkey.verifier.jose.SigningKey;
import dev.latchkey.verifier.jose.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/// A key of the ring, ready for use.
///
/// @param signing null for one that signs no more, or does not open here
/// @param published null for a secret
record LoadedKey(
    VerifyingKey verifying, @Nullable SigningKey signing, @Nullable PublicJwk published) {

  static LoadedKey ofSecret(SigningKey secret) {
    return new LoadedKey(secret, secret, null);
  }

  /// Reads a key, and opens one that signs or is to sign.
  ///
  /// @throws UnusableKey where it is not what its name and algorithm say, or does not open
  static LoadedKey load(TokenKey key, KeyMaterial material, KeyEncryption encryption) {
    var believed = believed(key, material);
    if (key.state() == KeyState.RETIRED) {
      return believed;
    }
    try {
      var publicKey = KeyPairs.readPublic(key.algorithm(), material.publicKey());
      return opened(key, material, publicKey, PublicJwk.of(publicKey), encryption);
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new UnusableKey(key.id(), UnusableKey.Reason.MALFORMED);
    }
  }

  /// Reads the public half alone, which checks tokens and signs none.
  ///
  /// @throws UnusableKey where it is not what its name and algorithm say
  static LoadedKey believed(TokenKey key, KeyMaterial material) {
    try {
      var publicKey = KeyPairs.readPublic(key.algorithm(), material.publicKey());
      var published = PublicJwk.of(publicKey);
      if (!published.id().equals(key.id().value())) {
        throw new UnusableKey(key.id(), UnusableKey.Reason.MALFORMED);
      }
      return new LoadedKey(VerifyingKey.of(published.id(), publicKey), null, published);
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new UnusableKey(key.id(), UnusableKey.Reason.MALFORMED);
    }
  }

  private static LoadedKey opened(
      TokenKey key,
      KeyMaterial material,
      PublicKey publicKey,
      PublicJwk published,
      KeyEncryption encryption)
      throws GeneralSecurityException {
    var encoded =
        encryption
            .open(key.id(), material.sealedPrivateKey())
            .orElseThrow(() -> new UnusableKey(key.id(), UnusableKey.Reason.SEALED));
    var privateKey = KeyPairs.readPrivate(key.algorithm(), encoded);
    var signing = SigningKey.of(published.id(), new KeyPair(publicKey, privateKey));
    return new LoadedKey(signing, signing, published);
  }
}
