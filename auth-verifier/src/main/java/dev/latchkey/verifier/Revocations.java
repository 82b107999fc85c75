package dev.latchkey.verifier;

/// Whether tokens that are right in themselves are good no more.
@FunctionalInterface
interface Revocations {

  /// Nobody is asked: tokens are good until they end.
  Revocations NONE = (token, verified) -> true;

  /// Whether the issuer still stands by a token.
  ///
  /// @throws IntrospectionUnavailableException when it cannot be known
  boolean isActive(String token, VerifiedToken verified);

  /// Asks the issuer, unless it answered a short while ago.
  static Revocations by(Introspection introspection, RecentAnswers answers) {
    return (token, verified) ->
        answers
            .find(verified.id())
            .orElseGet(() -> {
              var active = introspection.isActive(token);
              answers.put(verified.id(), active);
              return active;
            });
  }
}
