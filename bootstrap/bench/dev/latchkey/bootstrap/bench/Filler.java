package dev.latchkey.bootstrap.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Fills a database with users who have been coming for three years, past the service: registering
/// a million would hash for days.
///
/// Of them 0.1 % are admins and 0.9 % customers, 5 % are inactive and 80 % verified, 40 % have no
/// username, 10 % no name and 30 % have never logged in. A tenth has a live session with a spent
/// and an unspent refresh token, and two or three events; some have ended sessions too. What has
/// ended did so less than 25 days ago, so that housekeeping lets it be.
public final class Filler {
  private static final int BATCH = 50_000;

  private static final List<String> HELPERS =
      List.of(
          // UUIDs of version 7, in the order of their times.
          """
          CREATE OR REPLACE FUNCTION pg_temp.id(at timestamptz, salt text) RETURNS uuid
          LANGUAGE sql IMMUTABLE AS $$
            SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0')
              || '7' || substr(md5(salt), 1, 3) || '8' || substr(md5(salt), 4, 15))::uuid
          $$
          """,
          // A number from 0 up to but not including the end, the same for the same n.
          """
          CREATE OR REPLACE FUNCTION pg_temp.chance(n bigint, salt bigint, ending int) RETURNS int
          LANGUAGE sql IMMUTABLE AS $$
            SELECT (hashint8extended(n, salt) & 1073741823)::int % ending
          $$
          """,
          """
          CREATE OR REPLACE FUNCTION pg_temp.word(words text, at int) RETURNS text
          LANGUAGE sql IMMUTABLE AS $$ SELECT split_part(words, ' ', at + 1) $$
          """);

  private static final String FILL =
      """
      WITH drawn AS MATERIALIZED (
        SELECT n, now() AS now, now() - (1 - n::float8 / ?) * interval '3 years' AS created_at,
          pg_temp.word('anna ben carla david elena farid grace hugo ines jonas karla liam mia noah'
            || ' olga paul quinn rosa samir tessa umar vera wei xenia yusuf zoe',
            pg_temp.chance(n, 1, 26)) AS first,
          pg_temp.word('abel baker costa diaz evans fischer garcia haddad ivanov jensen kowalski'
            || ' lopez meyer nguyen okafor park quist rossi schmidt tanaka ueda virtanen weber xu'
            || ' young zhang', pg_temp.chance(n, 2, 26)) AS last,
          CASE WHEN pg_temp.chance(n, 3, 2) = 0 THEN 'company' || pg_temp.chance(n, 4, 7919)
            ELSE pg_temp.word('mail post inbox letters', pg_temp.chance(n, 5, 4)) END
            || '.example' AS domain,
          -- Days ago.
          pg_temp.chance(n, 6, 20 * 86400) * interval '1 second' AS opened,
          pg_temp.chance(n, 7, 13 * 86400) * interval '1 second' AS used,
          pg_temp.chance(n, 8, 25 * 86400) * interval '1 second' AS ended
        FROM generate_series(CAST(? AS bigint), CAST(? AS bigint)) n
      ), person AS MATERIALIZED (
        SELECT *, pg_temp.id(created_at, 'user ' || n) AS id,
          n % 10 = 0 AS is_here, greatest(created_at, now - opened) AS opened_at,
          greatest(created_at, now - opened, now - used) AS used_at,
          CASE pg_temp.chance(n, 9, 3) WHEN 0 THEN first || '.' || last WHEN 1 THEN first
            ELSE left(first, 1) || last END || n || '@' || domain AS email,
          initcap(first || ' ' || last) AS name
        FROM drawn
      ), users AS (
        INSERT INTO auth.users (id, email, email_canonical, username, name, name_folded, role,
          is_active, is_verified, created_at, updated_at, last_login, version, password_hash)
        SELECT id, initcap(email), email,
          CASE WHEN n % 5 > 1 THEN first || '_' || n END,
          CASE WHEN n % 10 <> 1 THEN name END, CASE WHEN n % 10 <> 1 THEN lower(name) END,
          CASE WHEN n % 1000 = 0 THEN 'admin' WHEN n % 1000 < 10 THEN 'customer' ELSE 'user' END,
          n % 20 <> 7, pg_temp.chance(n, 10, 5) > 0, created_at, created_at,
          CASE WHEN is_here THEN opened_at
            WHEN n % 10 < 7 THEN
              created_at + (now - created_at) * pg_temp.chance(n, 11, 1000) / 1000 END,
          0, ?
        FROM person
      ), opened AS (
        SELECT *, pg_temp.id(opened_at, 'session ' || n) AS session_id FROM person WHERE is_here
      ), live AS (
        INSERT INTO auth.session (id, user_id, created_at, last_used_at, expires_at, idle_until,
          user_agent, ip, network)
        SELECT session_id, id, opened_at, used_at, opened_at + interval '30 days',
          used_at + interval '14 days', 'Sample/' || n % 50, '192.0.2.' || n % 250, '192.0.2.0/24'
        FROM opened
      ), over AS (
        INSERT INTO auth.session (id, user_id, created_at, last_used_at, expires_at, idle_until,
          revoked_at, revoke_reason, user_agent, ip, network)
        SELECT pg_temp.id(at, 'old session ' || n), id, at, at, at + interval '30 days',
          at + interval '14 days', CASE WHEN n % 20 = 0 THEN now - ended END,
          CASE WHEN n % 20 = 0 THEN 'LOGGED_OUT' END, 'Sample/' || n % 50, '198.51.100.' || n % 250,
          '198.51.100.0/24'
        FROM person, LATERAL (
          SELECT now - ended - CASE WHEN n % 20 = 0 THEN 3 ELSE 30 END * interval '1 day' AS at)
        WHERE n % 20 = 0 OR n % 50 = 10
      ), tokens AS (
        INSERT INTO auth.refresh_token
          (jti, session_id, generation, token_hash, issued_at, expires_at, key_id, rotated_at)
        SELECT pg_temp.id(at, generation || ' token ' || n), session_id, generation,
          sha256((generation || ' token ' || n)::bytea), at, at + interval '30 days', 'filled',
          CASE WHEN generation = 0 THEN used_at END
        FROM opened, LATERAL (VALUES (0, opened_at), (1, used_at)) token (generation, at)
      )
      INSERT INTO auth.audit (id, at, kind, actor_id, user_id, session_id, request_id, ip,
        user_agent)
      SELECT pg_temp.id(at, kind || n), at, kind, CASE WHEN kind <> 'login.failed' THEN id END, id,
        of_session, md5(kind || n), '192.0.2.' || n % 250, 'Sample/' || n % 50
      FROM opened, LATERAL (VALUES
        ('user.registered', created_at, NULL), ('login.succeeded', opened_at, session_id),
        ('login.failed', opened_at - interval '1 minute', NULL)) event (kind, at, of_session)
      WHERE kind <> 'login.failed' OR n % 50 = 0
      """;

  private Filler() {}

  /// Adds users to a database that has none of these yet.
  ///
  /// @param connection with automatic commits, as the owner of the tables
  /// @param hash of the password of all of them
  public static void fill(Connection connection, long users, String hash) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = 0");
      statement.execute("SET synchronous_commit = off");
      for (var helper : HELPERS) {
        statement.execute(helper);
      }
      insert(connection, users, hash);
      statement.execute(
          "VACUUM (ANALYZE) auth.users, auth.session, auth.refresh_token, auth.audit");
    }
  }

  private static void insert(Connection connection, long users, String hash) throws SQLException {
    try (var statement = connection.prepareStatement(FILL)) {
      for (var first = 1L; first <= users; first += BATCH) {
        statement.setLong(1, users);
        statement.setLong(2, first);
        statement.setLong(3, Math.min(users, first + BATCH - 1));
        statement.setString(4, hash);
        statement.execute();
      }
    }
  }
}
