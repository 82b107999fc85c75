package dev.latchkey.rest.session;

import dev.latchkey.application.session.LogIn;

/// What became of a log-in, as it is counted: to operators alone it tells why.
enum LoginOutcome {
  LOGGED_IN,
  UNVERIFIED,
  MALFORMED,
  THROTTLED,
  UNKNOWN_LOGIN,
  NO_PASSWORD,
  WRONG_PASSWORD,
  CORRUPT_HASH,
  INACTIVE,
  CHANGED_MEANWHILE;

  static LoginOutcome of(LogIn.Outcome outcome) {
    return switch (outcome) {
      case LogIn.LoggedIn _ -> LOGGED_IN;
      case LogIn.Unverified _ -> UNVERIFIED;
      case LogIn.Malformed _ -> MALFORMED;
      case LogIn.Throttled _ -> THROTTLED;
      case LogIn.Refused(var reason) ->
          switch (reason) {
            case UNKNOWN_LOGIN -> UNKNOWN_LOGIN;
            case NO_PASSWORD -> NO_PASSWORD;
            case WRONG_PASSWORD -> WRONG_PASSWORD;
            case CORRUPT_HASH -> CORRUPT_HASH;
            case INACTIVE -> INACTIVE;
            case CHANGED_MEANWHILE -> CHANGED_MEANWHILE;
          };
    };
  }
}
