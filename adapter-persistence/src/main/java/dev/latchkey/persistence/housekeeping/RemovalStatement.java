package dev.latchkey.persistence.housekeeping;

import dev.latchkey.domain.housekeeping.Remains;

/// The statement that removes some of a kind and tells how many. Its parameters are the moment, as
/// often as it is asked for, and then the number. Each finds its rows by an index and passes over
/// those that are locked, so that it waits for nobody. It names them by an array: where it might
/// join them, the planner would rather read the whole table.
final class RemovalStatement {
  // Both columns have an index. What runs idle is found when it expires: what a refresh writes has
  // none.
  private static final String ENDED = "(s.revoked_at < ? OR s.expires_at < ?)";

  private RemovalStatement() {}

  static String of(Remains what) {
    return switch (what) {
      case TOKENS ->
          counted(
              """
              DELETE FROM auth.refresh_token WHERE jti = ANY (ARRAY(
                SELECT t.jti FROM auth.session s JOIN auth.refresh_token t ON t.session_id = s.id
                WHERE %s LIMIT ? FOR UPDATE OF t SKIP LOCKED))
              """
                  .formatted(ENDED));
      case SESSIONS ->
          counted(
              """
              DELETE FROM auth.session WHERE id = ANY (ARRAY(
                SELECT s.id FROM auth.session s
                WHERE %s AND NOT EXISTS (
                  SELECT FROM auth.refresh_token t WHERE t.session_id = s.id)
                LIMIT ? FOR UPDATE OF s SKIP LOCKED))
              """
                  .formatted(ENDED));
      case API_KEYS ->
          counted(
              """
              DELETE FROM auth.api_key WHERE id = ANY (ARRAY(
                SELECT id FROM auth.api_key WHERE revoked_at < ? OR expires_at < ?
                LIMIT ? FOR UPDATE SKIP LOCKED))
              """);
      case TICKETS ->
          counted(
              """
              DELETE FROM auth.ticket WHERE (user_id, purpose) IN (
                SELECT user_id, purpose FROM auth.ticket WHERE expires_at < ?
                LIMIT ? FOR UPDATE SKIP LOCKED)
              """);
      case REVOCATIONS ->
          counted(
              """
              DELETE FROM auth.revoked_token WHERE jti = ANY (ARRAY(
                SELECT jti FROM auth.revoked_token WHERE expires_at < ?
                LIMIT ? FOR UPDATE SKIP LOCKED))
              """);
      case COUNTERS ->
          counted(
              """
              DELETE FROM auth.rate_limit WHERE key = ANY (ARRAY(
                SELECT key FROM auth.rate_limit WHERE resets_at < ?
                LIMIT ? FOR UPDATE SKIP LOCKED))
              """);
      case MAILS ->
          counted(
              """
              DELETE FROM auth.outbox WHERE id = ANY (ARRAY(
                SELECT id FROM auth.outbox WHERE coalesce(sent_at, failed_at) < ?
                LIMIT ? FOR UPDATE SKIP LOCKED))
              """);
      case UNSENT ->
          counted(
              """
              DELETE FROM auth.outbox WHERE id = ANY (ARRAY(
                SELECT id FROM auth.outbox
                WHERE sent_at IS NULL AND failed_at IS NULL AND next_attempt_at < ?
                LIMIT ? FOR UPDATE SKIP LOCKED))
              """);
      case EVENTS -> "SELECT auth.remove_old_audit(?, ?)";
    };
  }

  private static String counted(String deletion) {
    return "WITH gone AS (" + deletion.strip() + " RETURNING 1) SELECT count(*) FROM gone";
  }
}
