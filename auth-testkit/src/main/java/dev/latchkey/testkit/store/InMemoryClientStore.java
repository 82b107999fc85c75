package dev.latchkey.testkit.store;

import dev.latchkey.domain.client.ClientEdit;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.ClientSecretId;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.TokenDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps clients in memory. Made by [InMemoryStores].
public final class InMemoryClientStore implements ClientStore {
  private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

  private final InMemoryState state;

  InMemoryClientStore(InMemoryState state) {
    this.state = state;
  }

  @Override
  public Creation create(RegisteredClient client, StoredSecret first, Consequences consequences) {
    return state.atomically(() -> {
      if (state.client(client.id()) != null) {
        return Creation.ID_TAKEN;
      }
      put(new KeptClient(Micros.of(client), List.of(Micros.of(first))), consequences);
      return Creation.CREATED;
    });
  }

  @Override
  public Optional<RegisteredClient> find(ClientId id) {
    return kept(id).map(KeptClient::client);
  }

  @Override
  public List<RegisteredClient> list() {
    return state.clients.values().stream()
        .map(KeptClient::client)
        .sorted(Comparator.comparing(RegisteredClient::id))
        .toList();
  }

  @Override
  public Optional<RegisteredClient> edit(ClientId id, ClientEdit edit, Consequences consequences) {
    return state.atomically(() -> kept(id).map(kept -> edited(kept, edit, consequences)));
  }

  private RegisteredClient edited(KeptClient kept, ClientEdit edit, Consequences consequences) {
    var after = edit.of(kept.client());
    if (!after.equals(kept.client())) {
      put(kept.with(after), consequences);
    }
    return after;
  }

  @Override
  public boolean delete(ClientId id, Consequences consequences) {
    return state.atomically(() -> {
      if (state.clients.remove(id) == null) {
        return false;
      }
      state.follow(consequences);
      return true;
    });
  }

  @Override
  public List<StoredSecret> secrets(ClientId id) {
    return kept(id).map(KeptClient::secrets).orElse(List.of());
  }

  @Override
  public Addition addSecret(ClientId id, StoredSecret secret, Consequences consequences) {
    return state.atomically(() -> {
      var kept = state.client(id);
      if (kept == null) {
        return Addition.UNKNOWN;
      }
      if (kept.secrets().size() >= StoredSecret.MOST) {
        return Addition.TOO_MANY;
      }
      put(kept.with(Micros.of(secret)), consequences);
      return Addition.ADDED;
    });
  }

  @Override
  public boolean removeSecret(ClientId id, ClientSecretId secret, Consequences consequences) {
    return state.atomically(() -> {
      var kept = state.client(id);
      if (kept == null || kept.without(secret).equals(kept)) {
        return false;
      }
      put(kept.without(secret), consequences);
      return true;
    });
  }

  @Override
  public Optional<RegisteredClient> authenticate(ClientId id, TokenDigest digest, Instant now) {
    return state.atomically(() ->
        kept(id)
            .filter(kept -> kept.client().active())
            .flatMap(kept -> used(kept, digest, Micros.of(now))));
  }

  private Optional<RegisteredClient> used(KeptClient kept, TokenDigest digest, Instant now) {
    var secret =
        kept.secrets().stream().filter(one -> one.digest().equals(digest)).findAny().orElse(null);
    if (secret == null) {
      return Optional.empty();
    }
    var last = secret.lastUsedAt();
    if (last == null || last.isBefore(now.minus(USE_NOTED_EVERY))) {
      var used = new StoredSecret(secret.id(), digest, secret.createdAt(), now);
      put(kept.replacing(used), Consequences.NONE);
    }
    return Optional.of(kept.client());
  }

  @Override
  public Optional<RegisteredClient> findBearer(ClientId id, UUID jti) {
    return find(id)
        .filter(RegisteredClient::active)
        .filter(client -> !id.equals(state.revoked.get(jti)));
  }

  @Override
  public void revoke(ClientId id, UUID jti, Instant expiresAt, Consequences consequences) {
    state.atomically(() -> {
      if (state.client(id) != null && state.revoked.putIfAbsent(jti, id) == null) {
        state.follow(consequences);
      }
    });
  }

  private Optional<KeptClient> kept(ClientId id) {
    return Optional.ofNullable(state.client(id));
  }

  private void put(KeptClient kept, Consequences consequences) {
    state.clients.put(kept.client().id(), kept);
    state.follow(consequences);
  }
}
