package dev.latchkey.persistence.session;

import dev.latchkey.domain.session.Opening;
import dev.latchkey.persistence.Micros;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one statement that opens a session.
@Singleton
final class OpenStatement {
  private static final List<@Nullable Object> NO_EVENT = Collections.nCopies(11, null);

  /// Notes the log-in on the user's row first: who deactivates the user or changes the password
  /// waits for that row, or has committed before and lets nothing be found.
  ///
  /// Whoever changed the user's row after the statement began has perhaps opened a session that it
  /// does not see. So it goes on at once only where the row is still what it sees of it. Sessions
  /// are counted as by [SessionRows#evict], devices compared as by [SessionRows#hasSeen].
  ///
  /// The driver takes texts for `varchar`: where a null came before one, another type would have it
  /// prepare the statement again.
  private static final String OPEN =
      """
      WITH asked AS MATERIALIZED (
        SELECT ?::uuid AS user_id, ?::varchar AS verified, ?::varchar AS renewed, ?::uuid AS id,
          ?::timestamptz AS now, ?::timestamptz AS last_used_at, ?::timestamptz AS expires_at,
          ?::timestamptz AS idle_until, ?::varchar AS user_agent, ?::varchar AS ip,
          ?::varchar AS network, ?::uuid AS jti, ?::bytea AS digest, ?::timestamptz AS issued_at,
          ?::timestamptz AS token_expires_at, ?::varchar AS key_id,
          ?::boolean AS at_once, ?::int AS most, ?::varchar AS kind
      ), event AS MATERIALIZED (
        SELECT ?::uuid AS id, ?::timestamptz AS at, ?::varchar AS kind, ?::uuid AS actor_id,
          ?::uuid AS user_id, ?::uuid AS session_id, ?::uuid AS api_key_id,
          ?::varchar AS request_id, ?::varchar AS ip, ?::varchar AS user_agent, ?::varchar AS detail
      ), seen AS MATERIALIZED (
        SELECT u.xmin AS version, asked.at_once AND (
            SELECT count(*) FROM auth.session s
            WHERE s.user_id = asked.user_id AND s.revoked_at IS NULL AND s.expires_at > asked.now
              AND s.idle_until > asked.now) < asked.most
          AND (asked.kind IS NULL OR EXISTS (
            SELECT FROM auth.session s
            WHERE s.user_id = asked.user_id
              AND regexp_replace(COALESCE(s.user_agent, ''), '[0-9._]+', '', 'g') = asked.kind))
          AS is_usual
        FROM asked JOIN auth.users u ON u.id = asked.user_id
      ), opener AS (
        UPDATE auth.users u
        SET last_login = asked.now, password_hash = COALESCE(asked.renewed, u.password_hash)
        FROM asked, seen
        WHERE u.id = asked.user_id AND u.is_active AND u.password_hash = asked.verified
          AND (NOT asked.at_once OR (seen.is_usual AND u.xmin = seen.version))
        RETURNING u.*
      ), opened AS (
        INSERT INTO auth.session
          (id, user_id, created_at, last_used_at, expires_at, idle_until, user_agent, ip, network)
        SELECT asked.id, opener.id, now, last_used_at, expires_at, idle_until, user_agent, ip,
          network
        FROM asked, opener
        RETURNING id
      ), token AS (
        INSERT INTO auth.refresh_token
          (jti, session_id, generation, token_hash, issued_at, expires_at, key_id)
        SELECT jti, opened.id, 0, digest, issued_at, token_expires_at, key_id FROM asked, opened
      ), noted AS (
        INSERT INTO auth.audit (id, at, kind, actor_id, user_id, session_id, api_key_id,
          request_id, ip, user_agent, detail)
        SELECT event.* FROM event, opened WHERE event.id IS NOT NULL
      )
      SELECT * FROM opener
      """;

  private final JdbcOperations jdbc;

  OpenStatement(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /// Opens a session where no other is to be ended for it, and appends an event in the same commit.
  ///
  /// @param kind the [dev.latchkey.domain.session.Client#kind()] of which a session is to be on
  ///   record, if any
  /// @param event the columns of the event, if there is one
  /// @return the user as of now; none where nothing was done
  Optional<HolderRow> openAtOnce(
      Opening opening, @Nullable String kind, @Nullable List<@Nullable Object> event) {
    return execute(opening, true, kind, event);
  }

  /// Opens a session, however many there are.
  ///
  /// @return the user as of now; none where nothing was done
  Optional<HolderRow> open(Opening opening) {
    return execute(opening, false, null, null);
  }

  private Optional<HolderRow> execute(
      Opening opening,
      boolean atOnce,
      @Nullable String kind,
      @Nullable List<@Nullable Object> event) {
    var values = new ArrayList<>(values(opening));
    values.addAll(Arrays.asList(atOnce, opening.maxPerUser(), kind));
    values.addAll(event == null ? NO_EVENT : event);
    return jdbc.execute(connection -> {
      try (var statement = connection.prepareStatement(OPEN)) {
        for (var i = 0; i < values.size(); i++) {
          statement.setObject(i + 1, values.get(i));
        }
        try (var user = statement.executeQuery()) {
          return user.next()
              ? Optional.of(HolderRow.read(user, "id", "created_at"))
              : Optional.empty();
        }
      }
    });
  }

  private static List<@Nullable Object> values(Opening opening) {
    var session = opening.session();
    var first = opening.first();
    return Arrays.asList(
        session.user().value(),
        opening.verified().reveal(),
        opening.renewed() == null ? null : opening.renewed().reveal(),
        session.id().value(),
        Micros.typed(session.createdAt()),
        Micros.typed(session.lastUsedAt()),
        Micros.typed(session.expiresAt()),
        Micros.typed(session.idleUntil()),
        session.client().userAgent(),
        session.client().ip(),
        session.client().network(),
        first.jti(),
        opening.digest().bytes(),
        Micros.typed(first.issuedAt()),
        Micros.typed(first.expiresAt()),
        first.keyId());
  }
}
