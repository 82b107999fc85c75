package dev.latchkey.rest.session;

import dev.latchkey.application.session.RefreshSession;

/// What became of a refresh, as it is counted.
enum RefreshOutcome {
  ROTATED,
  THROTTLED,
  CONCURRENT,
  INVALID,
  REUSED,
  ENDED,
  EXPIRED;

  static RefreshOutcome of(RefreshSession.Outcome outcome) {
    return switch (outcome) {
      case RefreshSession.Refreshed(_, boolean concurrent) -> concurrent ? CONCURRENT : ROTATED;
      case RefreshSession.Throttled _ -> THROTTLED;
      case RefreshSession.Refused refused ->
          switch (refused) {
            case INVALID -> INVALID;
            case REUSED -> REUSED;
            case ENDED -> ENDED;
            case EXPIRED -> EXPIRED;
          };
    };
  }
}
