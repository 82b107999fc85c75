package dev.latchkey.domain.client;

import dev.latchkey.domain.secret.ScannableSecret;
import dev.latchkey.domain.session.TokenDigest;
import java.security.SecureRandom;
import java.util.Optional;

/// What a client shows to be believed: `lks_` and 256 bits of chance. Told once; only its digest is
/// stored.
public record ClientSecret(String reveal) {
  private static final String PREFIX = "lks_";

  public ClientSecret {
    if (!ScannableSecret.isWellFormed(PREFIX, reveal)) {
      throw new IllegalArgumentException("not a client secret");
    }
  }

  /// A secret that nobody had before.
  public static ClientSecret make(SecureRandom random) {
    return new ClientSecret(ScannableSecret.make(PREFIX, random));
  }

  /// Reads what somebody sent.
  ///
  /// @return empty where it cannot be a secret of ours
  public static Optional<ClientSecret> parse(String text) {
    return Optional.of(text)
        .filter(secret -> ScannableSecret.isWellFormed(PREFIX, secret))
        .map(ClientSecret::new);
  }

  /// What is stored in its place.
  public TokenDigest digest() {
    return TokenDigest.of(reveal);
  }

  @Override
  public String toString() {
    return "ClientSecret[***]";
  }
}
