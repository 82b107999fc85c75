package dev.latchkey.crypto.token;

import dev.latchkey.verifier.jose.SigningKey;
import java.util.Arrays;
import java.util.Base64;

/// HMAC-SHA-256 under a secret, with a name that is derived from it and tells nothing of it.
final class Hs256Key {
  private static final int ID_BYTES = 16;

  private Hs256Key() {}

  static SigningKey of(SigningSecret secret) {
    var name = secret.derive("latchkey key id").asKey().getEncoded();
    var id = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(name, ID_BYTES));
    return SigningKey.of(id, secret.asKey());
  }
}
