package dev.latchkey.crypto.token;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Mac;

/// HMAC-SHA-256 for deriving keys.
final class Hmac {
  private Hmac() {}

  static byte[] sha256(Key key, byte[] input) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
