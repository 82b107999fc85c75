package dev.latchkey.domain.housekeeping;

import java.time.Duration;
import java.time.Instant;

/// How long things are kept that have had their time.
///
/// @param sessions from a session's end on; at least 30 days, because the sessions of these make a
///   network known to the limits and a device known to the notices; of API keys the same
/// @param mails from when a mail was sent or given up
/// @param events from when it happened; at least 30 days
public record Retention(Duration sessions, Duration mails, Duration events) {
  /// Clocks of several nodes may differ, but never by so much.
  private static final Duration SLACK = Duration.ofDays(1);

  /// Who asked for a mail that long ago has given up waiting.
  private static final Duration UNSENT = Duration.ofDays(7);

  private static final Duration LEAST_SESSIONS = Duration.ofDays(30);
  private static final Duration LEAST_EVENTS = Duration.ofDays(30);

  public Retention {
    if (mails.isNegative()) {
      throw new IllegalArgumentException("nothing is kept for less than no time");
    }
    if (sessions.compareTo(LEAST_SESSIONS) < 0) {
      throw new IllegalArgumentException("sessions are kept for at least 30 days");
    }
    if (events.compareTo(LEAST_EVENTS) < 0) {
      throw new IllegalArgumentException("events are kept for at least 30 days");
    }
  }

  /// Sessions for 30 days, mails for 7, events for 365.
  public static Retention standard() {
    return new Retention(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(365));
  }

  /// What had its time before this moment is to go.
  public Instant keptSince(Remains what, Instant now) {
    return now.minus(
        switch (what) {
          case TOKENS, SESSIONS, API_KEYS -> sessions;
          case TICKETS, REVOCATIONS, COUNTERS -> SLACK;
          case MAILS -> mails;
          case UNSENT -> UNSENT;
          case EVENTS -> events;
        });
  }
}
