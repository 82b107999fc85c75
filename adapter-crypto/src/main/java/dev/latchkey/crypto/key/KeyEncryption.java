package dev.latchkey.crypto.key;

import dev.latchkey.domain.key.KeyId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals private keys for where they are kept, with AES-256-GCM (NIST SP 800-38D). What is sealed
/// for one key id opens for no other.
public final class KeyEncryption {
  /// How long a sealing key is.
  public static final int KEY_BYTES = 32;

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";

  private final List<SecretKey> keys;
  private final SecureRandom random = new SecureRandom();

  /// @param keys of 32 bytes each: the first seals, all of them open, so that one can take the
  ///   place of another; without any, nothing can be sealed or opened
  public KeyEncryption(List<byte[]> keys) {
    if (keys.stream().anyMatch(key -> key.length != KEY_BYTES)) {
      throw new IllegalArgumentException("a key that seals has 32 bytes");
    }
    this.keys = keys.stream().map(key -> (SecretKey) new SecretKeySpec(key, "AES")).toList();
  }

  /// @throws UnusableKey where there is nothing to seal with
  byte[] seal(KeyId id, byte[] content) {
    if (keys.isEmpty()) {
      throw new UnusableKey(id, UnusableKey.Reason.SEALED);
    }
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, id);
      var sealed = cipher.doFinal(content);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /// Empty where none of the keys sealed it, or not for this id.
  Optional<byte[]> open(KeyId id, byte[] sealed) {
    if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
      return Optional.empty();
    }
    return keys.stream().flatMap(key -> open(key, id, sealed).stream()).findFirst();
  }

  private static Optional<byte[]> open(SecretKey key, KeyId id, byte[] sealed) {
    var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, id);
      var start = 1 + NONCE_BYTES;
      return Optional.of(cipher.doFinal(sealed, start, sealed.length - start));
    } catch (AEADBadTagException otherKeyOrId) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, KeyId id)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(id.value().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  @Override
  public String toString() {
    return "KeyEncryption[***]";
  }
}
