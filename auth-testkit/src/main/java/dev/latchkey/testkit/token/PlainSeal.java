package dev.latchkey.testkit.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Seals a few words of text with HMAC-SHA-256 under a key of its own, and opens what it sealed.
final class PlainSeal {
  private final String kind;
  private final SecretKeySpec key;

  /// @param kind what the sealed text begins with; a letter or more, no dot
  PlainSeal(String kind) {
    this.kind = kind;
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /// The words with their seal. The same words always give the same text.
  String seal(List<String> words) {
    var body = kind + "." + base64(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
    return body + "." + base64(mac(body));
  }

  /// The words of a text that was sealed here; empty for any other text.
  Optional<List<String>> open(String sealed) {
    var end = sealed.lastIndexOf('.');
    if (end <= kind.length() || !sealed.startsWith(kind + ".")) {
      return Optional.empty();
    }
    var body = sealed.substring(0, end);
    var expected = (body + "." + base64(mac(body))).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, sealed.getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    var words = Base64.getUrlDecoder().decode(body.substring(kind.length() + 1));
    return Optional.of(List.of(new String(words, StandardCharsets.UTF_8).split("\n", -1)));
  }

  private byte[] mac(String text) {
    try {
      var mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
