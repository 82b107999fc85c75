package dev.latchkey.testkit.sample;

import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.ClientSecret;
import dev.latchkey.domain.client.ClientSecretId;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.user.DisplayName;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// New clients, each with an id that nobody else has, and secrets for them.
public final class SampleClients {
  private static final SecureRandom RANDOM = new SecureRandom();

  private SampleClients() {}

  /// An active client that may read.
  public static RegisteredClient client() {
    return new RegisteredClient(
        new ClientId(SampleUsers.word()),
        new DisplayName("Reports"),
        Scopes.parse("orders.read users.read").orElseThrow(),
        true,
        SampleUsers.NOW);
  }

  /// What is kept of a new secret that was never used.
  public static StoredSecret secret() {
    return secret(SampleUsers.NOW);
  }

  /// What is kept of a secret that was made then.
  public static StoredSecret secret(Instant createdAt) {
    var digest = ClientSecret.make(RANDOM).digest();
    return new StoredSecret(new ClientSecretId(UUID.randomUUID()), digest, createdAt, null);
  }
}
