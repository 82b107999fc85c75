package dev.latchkey.domain.client;

import dev.latchkey.domain.session.TokenDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is kept of a client's secret.
///
/// @param lastUsedAt when it was last used, to the hour; null where it never was
public record StoredSecret(
    ClientSecretId id, TokenDigest digest, Instant createdAt, @Nullable Instant lastUsedAt) {
  /// How many secrets a client may have: the one in use, and the one that takes its place.
  public static final int MOST = 2;
}
