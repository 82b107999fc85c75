package dev.latchkey.testkit.store;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.apikey.LiveApiKey;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Keeps API keys in memory. Made by [InMemoryStores].
public final class InMemoryApiKeyStore implements ApiKeyStore {
  private static final Comparator<ApiKey> OLDEST =
      Comparator.comparing(ApiKey::createdAt).thenComparing(key -> key.id().toString());

  private final InMemoryState state;

  InMemoryApiKeyStore(InMemoryState state) {
    this.state = state;
  }

  @Override
  public Creation create(
      ApiKey key,
      TokenDigest digest,
      SessionId session,
      int maxPerUser,
      Consequences consequences) {
    return state.atomically(() -> {
      var made = Micros.of(key);
      if (!state.mayCreate(made.user(), session, made.createdAt())) {
        return Creation.NO_SESSION;
      }
      if (state.liveApiKeys(made.user(), made.createdAt()).size() >= maxPerUser) {
        return Creation.TOO_MANY;
      }
      state.put(new KeptApiKey(made, digest, false));
      state.follow(consequences);
      return Creation.CREATED;
    });
  }

  @Override
  public Optional<LiveApiKey> findLive(TokenDigest digest, Instant now) {
    return state.atomically(() ->
        state.apiKeys.values().stream()
            .filter(kept -> kept.digest().equals(digest) && kept.isLiveAt(now))
            .findAny()
            .flatMap(kept -> withUser(kept.key())));
  }

  private Optional<LiveApiKey> withUser(ApiKey key) {
    return Optional.ofNullable(state.user(key.user()))
        .map(Credentials::user)
        .filter(User::active)
        .map(user -> new LiveApiKey(key, user));
  }

  @Override
  public List<ApiKey> list(UserId user, Instant now) {
    return state.atomically(
        () -> state.liveApiKeys(user, now).stream().sorted(OLDEST.reversed()).toList());
  }

  @Override
  public boolean revoke(UserId user, ApiKeyId id, Instant now, Consequences consequences) {
    return state.atomically(() -> {
      var kept = state.apiKeys.get(id);
      if (kept == null || !kept.key().user().equals(user)) {
        return false;
      }
      if (state.revoke(kept)) {
        state.follow(consequences);
      }
      return true;
    });
  }

  @Override
  public void noteUse(ApiKeyId id, Instant now, Instant since) {
    state.atomically(() -> {
      var kept = state.apiKeys.get(id);
      if (kept != null && !isAfter(kept.key(), Micros.of(since))) {
        state.put(kept.used(Micros.of(now)));
      }
    });
  }

  private static boolean isAfter(ApiKey key, Instant since) {
    var last = key.lastUsedAt();
    return last != null && last.isAfter(since);
  }
}
