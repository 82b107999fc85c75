package dev.latchkey.crypto.key;

import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.key.KeyId;
import dev.latchkey.domain.key.KeyMaterial;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.KeyMaker;
import dev.latchkey.verifier.jose.PublicJwk;
import java.time.Instant;

/// Makes key pairs by the JDK, named by their thumbprints (RFC 7638), the private half sealed.
public final class SealedKeyMaker implements KeyMaker {
  private final KeyEncryption encryption;
  private final KeyId secretId;

  /// @param secret what HS256 signs with
  public SealedKeyMaker(KeyEncryption encryption, SigningSecret secret) {
    this.encryption = encryption;
    this.secretId = new KeyId(secret.hs256().id());
  }

  @Override
  public TokenKey make(KeyAlgorithm algorithm, Instant now) {
    if (!algorithm.hasPublicKey()) {
      return TokenKey.made(secretId, algorithm, null, now);
    }
    var pair = KeyPairs.generate(algorithm);
    var id = new KeyId(PublicJwk.of(pair.getPublic()).id());
    var sealed = encryption.seal(id, pair.getPrivate().getEncoded());
    var material = new KeyMaterial(pair.getPublic().getEncoded(), sealed);
    return TokenKey.made(id, algorithm, material, now);
  }
}
