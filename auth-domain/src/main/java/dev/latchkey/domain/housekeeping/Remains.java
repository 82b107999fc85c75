package dev.latchkey.domain.housekeeping;

/// What is left over, and of no use after a while. In the order in which it goes: tokens before
/// their sessions.
public enum Remains {
  /// Refresh tokens of sessions that were ended or reached their end. Of a session that lives, or
  /// that only ran idle, every token stays, so that one that was copied is still recognised.
  TOKENS,
  /// Such sessions, once they have no tokens.
  SESSIONS,
  /// API keys that were revoked or ran out.
  API_KEYS,
  /// Tickets that ran out.
  TICKETS,
  /// Revocations of tokens that ran out meanwhile.
  REVOCATIONS,
  /// Counters of attempts that would start anew.
  COUNTERS,
  /// Mails that were sent or given up.
  MAILS,
  /// Mails that nobody was there to send, since there is no server to send them by.
  UNSENT,
  /// What the audit keeps.
  EVENTS
}
