package dev.latchkey.domain.port;

import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.AccessToken;
import dev.latchkey.domain.token.ClientClaims;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.token.VerifiedClient;
import java.util.Optional;

/// Signs access tokens and checks those that come back.
public interface AccessTokens {

  /// Signs a token that other services can check by themselves (RFC 9068).
  AccessToken issue(AccessClaims claims);

  /// Signs a token for a client that acts in its own name (RFC 9068, RFC 6749 section 4.4).
  AccessToken issue(ClientClaims claims);

  /// Checks form, type, algorithm, key, signature, issuer, audience and times, in constant memory
  /// and without any look-up elsewhere. Whether the session still lives is another question.
  ///
  /// @param token anything a client may send
  /// @return empty for whatever is not, to the letter, a current access token of this issuer; a
  ///   refresh token is none, nor is a client's token
  Optional<VerifiedAccess> verify(String token);

  /// What [#verify(String)] would find, where it was found before and would be found again. Never
  /// waits, so that an event loop may call it. Empty says nothing.
  ///
  /// @param token anything a client may send
  default Optional<VerifiedAccess> peek(String token) {
    return Optional.empty();
  }

  /// Checks a client's token in the same way.
  ///
  /// @param token anything a client may send
  /// @return empty for whatever is not, to the letter, a current access token that this issuer gave
  ///   to a client for itself; a user's token is none
  Optional<VerifiedClient> verifyClient(String token);
}
