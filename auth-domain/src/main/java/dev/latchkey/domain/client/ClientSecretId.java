package dev.latchkey.domain.client;

import java.util.UUID;

/// Names a secret of a client. Not a secret itself.
public record ClientSecretId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
