package dev.latchkey.verifier.jose;

import java.util.Optional;

/// What became of reading a token: its claims, or its flaw.
public record Reading(Optional<Claims> claims, Optional<Flaw> flaw) {

  static Reading of(Claims claims) {
    return new Reading(Optional.of(claims), Optional.empty());
  }

  static Reading of(Flaw flaw) {
    return new Reading(Optional.empty(), Optional.of(flaw));
  }
}
