package dev.latchkey.domain.session;

import java.util.UUID;

/// The lasting name of a session: the `sid` of its tokens. Not a secret.
public record SessionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
