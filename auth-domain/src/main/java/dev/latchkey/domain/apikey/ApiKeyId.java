package dev.latchkey.domain.apikey;

import java.util.UUID;

/// The lasting name of an API key, by which it is listed and revoked. Not a secret.
public record ApiKeyId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
