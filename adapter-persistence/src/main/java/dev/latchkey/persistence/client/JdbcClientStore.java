package dev.latchkey.persistence.client;

import dev.latchkey.domain.client.ClientEdit;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.ClientSecretId;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.Micros;
import dev.latchkey.persistence.consequence.ConsequenceWriter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps clients in PostgreSQL. A client's row is locked before those of its secrets.
@Singleton
final class JdbcClientStore implements ClientStore {
  private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

  private final Guarded guarded;
  private final ClientRows clients;
  private final SecretRows secrets;
  private final ConsequenceWriter writer;

  JdbcClientStore(
      Guarded guarded, ClientRows clients, SecretRows secrets, ConsequenceWriter writer) {
    this.guarded = guarded;
    this.clients = clients;
    this.secrets = secrets;
    this.writer = writer;
  }

  @Override
  public Creation create(RegisteredClient client, StoredSecret first, Consequences consequences) {
    return guarded.together(() -> {
      if (insert(client) == 0) {
        return Creation.ID_TAKEN;
      }
      insert(client.id(), first);
      writer.write(consequences);
      return Creation.CREATED;
    });
  }

  private int insert(RegisteredClient client) {
    return clients.insertIfAbsent(
        client.id().value(),
        client.name().value(),
        client.scopes().toString(),
        client.active(),
        Micros.of(client.createdAt()));
  }

  private int insert(ClientId id, StoredSecret secret) {
    return secrets.insert(
        secret.id().value(), id.value(), secret.digest().bytes(), Micros.of(secret.createdAt()));
  }

  @Override
  public Optional<RegisteredClient> find(ClientId id) {
    return guarded
        .once(() -> Optional.ofNullable(clients.find(id.value())))
        .map(ClientRow::toClient);
  }

  @Override
  public List<RegisteredClient> list() {
    return guarded.once(() -> clients.list().stream().map(ClientRow::toClient).toList());
  }

  @Override
  public Optional<RegisteredClient> edit(ClientId id, ClientEdit edit, Consequences consequences) {
    return guarded.together(() ->
        Optional.ofNullable(clients.lock(id.value()))
            .map(ClientRow::toClient)
            .map(client -> edited(client, edit.of(client), consequences)));
  }

  private RegisteredClient edited(
      RegisteredClient before, RegisteredClient after, Consequences consequences) {
    if (!after.equals(before)) {
      clients.update(
          after.id().value(), after.name().value(), after.scopes().toString(), after.active());
      writer.write(consequences);
    }
    return after;
  }

  @Override
  public boolean delete(ClientId id, Consequences consequences) {
    return guarded.together(() -> written(clients.delete(id.value()), consequences));
  }

  @Override
  public List<StoredSecret> secrets(ClientId id) {
    return guarded.once(() -> secrets.list(id.value()).stream().map(SecretRow::toSecret).toList());
  }

  @Override
  public Addition addSecret(ClientId id, StoredSecret secret, Consequences consequences) {
    return guarded.together(() -> {
      if (clients.lock(id.value()) == null) {
        return Addition.UNKNOWN;
      }
      return written(insert(id, secret), consequences) ? Addition.ADDED : Addition.TOO_MANY;
    });
  }

  @Override
  public boolean removeSecret(ClientId id, ClientSecretId secret, Consequences consequences) {
    return guarded.together(
        () -> written(secrets.delete(secret.value(), id.value()), consequences));
  }

  @Override
  public Optional<RegisteredClient> authenticate(ClientId id, TokenDigest digest, Instant now) {
    var known =
        guarded.once(() -> Optional.ofNullable(clients.findBySecret(id.value(), digest.bytes())));
    if (known.isPresent()) {
      noteUse(id, digest, Micros.of(now));
    }
    return known.map(ClientRow::toClient);
  }

  private void noteUse(ClientId id, TokenDigest digest, Instant now) {
    try {
      guarded.once(() -> secrets.use(id.value(), digest.bytes(), now, now.minus(USE_NOTED_EVERY)));
    } catch (Unavailable missed) {
      // The secret is right all the same, and the next use may be noted.
    }
  }

  @Override
  public Optional<RegisteredClient> findBearer(ClientId id, UUID jti) {
    return guarded
        .once(() -> Optional.ofNullable(clients.findBearer(id.value(), jti)))
        .map(ClientRow::toClient);
  }

  @Override
  public void revoke(ClientId id, UUID jti, Instant expiresAt, Consequences consequences) {
    guarded.together(
        () -> written(clients.revoke(id.value(), jti, Micros.of(expiresAt)), consequences));
  }

  private boolean written(int changed, Consequences consequences) {
    writer.write(changed > 0 ? consequences : Consequences.NONE);
    return changed > 0;
  }
}
