package dev.latchkey.domain.user;

import java.util.UUID;

/// The lasting name of a user: the `sub` of every token (RFC 7519 section 4.1.2). Not a secret.
public record UserId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
