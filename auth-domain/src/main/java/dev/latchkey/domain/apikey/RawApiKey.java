package dev.latchkey.domain.apikey;

import dev.latchkey.domain.secret.ScannableSecret;
import dev.latchkey.domain.session.TokenDigest;
import java.security.SecureRandom;
import java.util.Optional;

/// An API key itself: `lkp_` and 256 bits of chance. Whoever holds it may do what it is for, until
/// it is revoked or runs out. Told once; only its digest is stored.
public record RawApiKey(String reveal) {
  /// How every key begins, and no other token.
  public static final String PREFIX = "lkp_";

  private static final int HINT_LENGTH = PREFIX.length() + 4;

  public RawApiKey {
    if (!ScannableSecret.isWellFormed(PREFIX, reveal)) {
      throw new IllegalArgumentException("not an API key");
    }
  }

  /// A key that nobody had before.
  public static RawApiKey make(SecureRandom random) {
    return new RawApiKey(ScannableSecret.make(PREFIX, random));
  }

  /// Reads what somebody sent.
  ///
  /// @return empty where it cannot be a key of ours
  public static Optional<RawApiKey> parse(String text) {
    return Optional.of(text)
        .filter(key -> ScannableSecret.isWellFormed(PREFIX, key))
        .map(RawApiKey::new);
  }

  /// What is stored in its place.
  public TokenDigest digest() {
    return TokenDigest.of(reveal);
  }

  /// The prefix with four characters more: enough to tell keys apart, and of no use to guess one.
  public String hint() {
    return reveal.substring(0, HINT_LENGTH);
  }

  @Override
  public String toString() {
    return "RawApiKey[***]";
  }
}
