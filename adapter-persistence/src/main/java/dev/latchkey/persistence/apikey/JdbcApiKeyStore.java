package dev.latchkey.persistence.apikey;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.apikey.LiveApiKey;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.Micros;
import dev.latchkey.persistence.consequence.ConsequenceWriter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps API keys in PostgreSQL. A user's row is locked before the rows of their keys.
@Singleton
final class JdbcApiKeyStore implements ApiKeyStore {
  private final Guarded guarded;
  private final ApiKeyRows rows;
  private final ConsequenceWriter writer;

  JdbcApiKeyStore(Guarded guarded, ApiKeyRows rows, ConsequenceWriter writer) {
    this.guarded = guarded;
    this.rows = rows;
    this.writer = writer;
  }

  @Override
  public Creation create(
      ApiKey key,
      TokenDigest digest,
      SessionId session,
      int maxPerUser,
      Consequences consequences) {
    return guarded.together(() -> {
      var user = key.user().value();
      var now = Micros.of(key.createdAt());
      if (rows.lockUser(user) == null || !rows.hasSession(user, session.value(), now)) {
        return Creation.NO_SESSION;
      }
      if (rows.countLiving(user, now) >= maxPerUser) {
        return Creation.TOO_MANY;
      }
      insert(key, digest);
      writer.write(consequences);
      return Creation.CREATED;
    });
  }

  private void insert(ApiKey key, TokenDigest digest) {
    rows.insert(
        key.id().value(),
        key.user().value(),
        key.name().value(),
        key.scopes().toString(),
        key.hint(),
        digest.bytes(),
        Micros.of(key.createdAt()),
        Micros.of(key.expiresAt()));
  }

  @Override
  public Optional<LiveApiKey> findLive(TokenDigest digest, Instant now) {
    return guarded.once(() ->
        Optional.ofNullable(rows.findLive(digest.bytes(), Micros.typed(now)))
            .map(ApiKeyRow::toLive));
  }

  @Override
  public List<ApiKey> list(UserId user, Instant now) {
    return guarded.once(() -> rows.list(user.value(), now).stream().map(ApiKeyRow::toKey).toList());
  }

  @Override
  public boolean revoke(UserId user, ApiKeyId id, Instant now, Consequences consequences) {
    return guarded.together(() -> {
      if (rows.revoke(id.value(), user.value(), Micros.of(now)) == 1) {
        writer.write(consequences);
        return true;
      }
      return rows.exists(id.value(), user.value());
    });
  }

  @Override
  public void noteUse(ApiKeyId id, Instant now, Instant since) {
    guarded.once(() -> rows.noteUse(id.value(), Micros.of(now), Micros.of(since)));
  }
}
