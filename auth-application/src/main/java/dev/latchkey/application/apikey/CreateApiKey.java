package dev.latchkey.application.apikey;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.apikey.ApiKeyPolicy;
import dev.latchkey.domain.apikey.RawApiKey;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.FieldReader;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes an API key for whoever is logged in.
public final class CreateApiKey {
  private final ApiKeyStore keys;
  private final ApiKeyPolicy policy;
  private final Ids ids;
  private final SecureRandom random;
  private final InstantSource clock;

  public CreateApiKey(
      ApiKeyStore keys, ApiKeyPolicy policy, Ids ids, SecureRandom random, InstantSource clock) {
    this.keys = keys;
    this.policy = policy;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Outcome {}

  /// There is a key. Nobody is told it again.
  public record Created(ApiKey key, RawApiKey raw) implements Outcome {}

  /// The wish has faults: all of them.
  public record Invalid(List<Violation> violations) implements Outcome {}

  /// There is no key.
  public enum Refused implements Outcome {
    /// The user has as many living keys as anybody may have.
    TOO_MANY,
    /// The caller is in no living session: whoever holds a key makes no others with it.
    NO_SESSION
  }

  /// Makes a key that acts for the caller.
  public Outcome create(Caller caller, ApiKeyWish wish) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var fields = new FieldReader();
    var name = fields.name(wish.name());
    var scopes = Scopes.read(fields, wish.scopes());
    var expiresAt = expiresAt(fields, wish, now);
    return name == null || scopes == null || expiresAt == null
        ? new Invalid(fields.violations())
        : create(caller, name, scopes, now, expiresAt);
  }

  private @Nullable Instant expiresAt(FieldReader fields, ApiKeyWish wish, Instant now) {
    return wish.expiresAt() == null
        ? now.plus(policy.lifetime())
        : fields.read(
            "expires_at",
            wish.expiresAt().truncatedTo(ChronoUnit.MICROS),
            wished -> Optional.of(wished).filter(end -> isAllowed(end, now)),
            Violation.Code.INVALID_VALUE,
            "A time to come, at most " + policy.maxLifetime().toDays() + " days from now.");
  }

  private boolean isAllowed(Instant end, Instant now) {
    return end.isAfter(now) && !end.isAfter(now.plus(policy.maxLifetime()));
  }

  private Outcome create(
      Caller caller, DisplayName name, Scopes scopes, Instant now, Instant expiresAt) {
    var session = caller.openSession();
    if (session == null) {
      return Refused.NO_SESSION;
    }
    var raw = RawApiKey.make(random);
    var id = new ApiKeyId(ids.next());
    var user = caller.user().id();
    var key = new ApiKey(id, user, name, scopes, raw.hint(), now, expiresAt, null);
    var event = caller.event(EventKind.API_KEY_CREATED, user, now).with(id);
    return switch (keys.create(
        key, raw.digest(), session, policy.maxPerUser(), Consequences.of(event))) {
      case CREATED -> new Created(key, raw);
      case TOO_MANY -> Refused.TOO_MANY;
      case NO_SESSION -> Refused.NO_SESSION;
    };
  }
}
