package dev.latchkey.bootstrap.settings;

import dev.latchkey.crypto.token.AccessTokenType;
import dev.latchkey.domain.key.KeyAlgorithm;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How tokens are signed, and what they say of their origin.
///
/// @param algorithm null for what the deployment signs with already, or else HS256
/// @param secret null where the service is to make one for itself and keep it
/// @param rotation how long a key pair signs
/// @param encryptionKeys what opens private keys, the first of which also seals them; empty where
///   none is set
public record TokenSettings(
    @Nullable KeyAlgorithm algorithm,
    AccessTokenType type,
    @Nullable Secret secret,
    Duration rotation,
    List<EncryptionKey> encryptionKeys,
    String issuer,
    String audience) {

  /// Whether key pairs are wanted, so that private keys are to be sealed.
  public boolean wantsKeyPairs() {
    return algorithm != null && algorithm.hasPublicKey();
  }
}
