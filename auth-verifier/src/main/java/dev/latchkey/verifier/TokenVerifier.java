package dev.latchkey.verifier;

import dev.latchkey.verifier.jose.AccessRules;
import dev.latchkey.verifier.jose.Flaw;
import dev.latchkey.verifier.jose.SignedClaims;
import dev.latchkey.verifier.jose.VerifyingKeys;

/// Checks the access tokens of one issuer for one audience (RFC 9068 section 4), as strictly as the
/// issuer itself. Make one for the whole service; it is safe for use by many threads.
///
/// ```java
/// var verifier = TokenVerifier.of("https://id.example.org", "orders").build();
/// var token = verifier.verify(bearer);
/// ```
///
/// The issuer's public keys are fetched when the first token comes, and kept. Nothing is fetched
/// for a text that is no token by its form, and never from an address that a token names.
public final class TokenVerifier {
  private final SignedClaims tokens;
  private final VerifyingKeys keys;
  private final AccessRules rules;
  private final Revocations revocations;

  TokenVerifier(
      SignedClaims tokens, VerifyingKeys keys, AccessRules rules, Revocations revocations) {
    this.tokens = tokens;
    this.keys = keys;
    this.rules = rules;
    this.revocations = revocations;
  }

  /// Begins with the settings that fit most services.
  ///
  /// @param issuer the value of `iss`, compared exactly; with https, unless it is on this machine
  /// @param audience the value of `aud` that means this service, compared exactly
  public static TokenVerifierBuilder of(String issuer, String audience) {
    return new TokenVerifierBuilder(issuer, audience);
  }

  /// What a token says, after all checks.
  ///
  /// @param token as it stood in `Authorization` after `Bearer` and a space
  /// @throws InvalidTokenException for a token that is not good: 401
  /// @throws UnavailableException when that cannot be known: 503
  public VerifiedToken verify(String token) throws InvalidTokenException {
    var reading = tokens.examine(token, keys);
    var flaw = reading.flaw().or(() -> reading.claims().flatMap(rules::flaw));
    if (flaw.isPresent()) {
      throw new InvalidTokenException(flaw.get());
    }
    var verified = new VerifiedToken(reading.claims().orElseThrow());
    if (!revocations.isActive(token, verified)) {
      throw new InvalidTokenException(Flaw.INACTIVE);
    }
    return verified;
  }
}
