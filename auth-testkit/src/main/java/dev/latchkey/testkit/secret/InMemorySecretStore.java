package dev.latchkey.testkit.secret;

import dev.latchkey.domain.port.SecretStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps secrets for as long as the process lives.
public final class InMemorySecretStore implements SecretStore {
  private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

  @Override
  public byte[] keep(String name, byte[] candidate) {
    return secrets.computeIfAbsent(name, unused -> candidate.clone()).clone();
  }
}
