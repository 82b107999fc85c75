package dev.latchkey.crypto.password;

import java.security.MessageDigest;
import java.util.Optional;

/// The salt of a stored hash and the tag that the right password gives with it.
final class SaltedTag {
  private static final int MIN_SALT = 8;
  private static final int MIN_TAG = 16;
  private static final int MAX = 64;

  private final byte[] salt;
  private final byte[] tag;

  SaltedTag(byte[] salt, byte[] tag) {
    this.salt = salt;
    this.tag = tag;
  }

  /// Reads both in Base64: 8 to 64 bytes of salt, 16 to 64 of tag.
  static Optional<SaltedTag> decode(String salt, String tag) {
    return StrictBase64.decode(salt).flatMap(bytes -> withSalt(bytes, tag));
  }

  /// Reads the tag in Base64.
  static Optional<SaltedTag> withSalt(byte[] salt, String tag) {
    return StrictBase64.decode(tag)
        .map(bytes -> new SaltedTag(salt, bytes))
        .filter(SaltedTag::isInBounds);
  }

  private boolean isInBounds() {
    return salt.length >= MIN_SALT
        && salt.length <= MAX
        && tag.length >= MIN_TAG
        && tag.length <= MAX;
  }

  byte[] salt() {
    return salt;
  }

  byte[] tag() {
    return tag;
  }

  int tagLength() {
    return tag.length;
  }

  /// Compares in constant time.
  boolean hasTag(byte[] computed) {
    return MessageDigest.isEqual(tag, computed);
  }
}
