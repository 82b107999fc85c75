package dev.latchkey.domain.port;

import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import java.util.Optional;

/// Writes refresh tokens and reads those that come back.
public interface RefreshTokens {

  /// Which key signs new tokens.
  String keyId();

  /// Writes the token of these claims: the same claims always give the same token, byte for byte.
  ///
  /// @throws IllegalArgumentException where the claims name a key that is not held
  RefreshToken write(RefreshClaims claims);

  /// Checks form, type, algorithm, key and signature. An expired token is still read: what its
  /// expiry means is for the caller to say.
  ///
  /// @param token anything a client may send
  /// @return empty for whatever is not, to the letter, a refresh token of ours; an access token is
  ///   none
  Optional<RefreshClaims> read(String token);
}
