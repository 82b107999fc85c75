package dev.latchkey.domain.key;

/// The lasting name of a key: the `kid` of its tokens. That of a public key is its thumbprint (RFC
/// 7638), so that no two keys share one. Not a secret.
public record KeyId(String value) {

  public KeyId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("a key id has 1 to 128 characters of base64url");
    }
  }

  /// Whether a text could be the name of a key.
  public static boolean isWellFormed(String text) {
    return text.matches("[A-Za-z0-9_-]{1,128}");
  }

  @Override
  public String toString() {
    return value;
  }
}
