package dev.latchkey.crypto.token;

import dev.latchkey.verifier.jose.SigningKey;
import dev.latchkey.verifier.jose.VerifyingKey;
import dev.latchkey.verifier.jose.VerifyingKeys;
import java.util.Optional;

/// The keys that access tokens are signed and checked with.
public interface TokenKeys extends VerifyingKeys {

  /// The key that signs now.
  SigningKey active();

  /// The key of exactly this name, where it is known without asking anybody. Never waits.
  default Optional<VerifyingKey> known(String id) {
    return find(id);
  }

  /// One secret for all: HS256. Whoever can check its tokens can also make them, so it is for
  /// services of one owner only.
  static TokenKeys of(SigningSecret secret) {
    var key = secret.hs256();
    return new TokenKeys() {
      @Override
      public SigningKey active() {
        return key;
      }

      @Override
      public Optional<VerifyingKey> find(String id) {
        return VerifyingKeys.of(key).find(id);
      }
    };
  }
}
