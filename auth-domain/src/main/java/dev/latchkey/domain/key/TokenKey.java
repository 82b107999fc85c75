package dev.latchkey.domain.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key that signs access tokens, as a ring keeps it.
///
/// @param material null for HS256, whose key comes from the deployment's secret
/// @param signsFrom when it began to sign, or is planned to
/// @param believedUntil null until it is retired
public record TokenKey(
    KeyId id,
    KeyAlgorithm algorithm,
    KeyState state,
    @Nullable KeyMaterial material,
    Instant createdAt,
    Instant signsFrom,
    @Nullable Instant believedUntil) {

  /// A key that was made just now.
  public static TokenKey made(
      KeyId id, KeyAlgorithm algorithm, @Nullable KeyMaterial material, Instant now) {
    return new TokenKey(id, algorithm, KeyState.PENDING, material, now, now, null);
  }

  TokenKey planned(Instant signsFrom) {
    return new TokenKey(id, algorithm, state, material, createdAt, signsFrom, believedUntil);
  }

  TokenKey active(Instant now) {
    return new TokenKey(id, algorithm, KeyState.ACTIVE, material, createdAt, now, null);
  }

  TokenKey retired(Instant believedUntil) {
    return new TokenKey(
        id, algorithm, KeyState.RETIRED, material, createdAt, signsFrom, believedUntil);
  }

  boolean is(KeyState state) {
    return this.state == state;
  }
}
