package dev.latchkey.rest.account;

import dev.latchkey.application.account.RegisterUser;

/// What became of a registration, as it is counted.
enum RegistrationOutcome {
  REGISTERED,
  ACCEPTED,
  INVALID,
  THROTTLED,
  CLOSED,
  ROLE_NOT_ASSIGNABLE,
  EMAIL_TAKEN,
  USERNAME_TAKEN;

  static RegistrationOutcome of(RegisterUser.Outcome outcome) {
    return switch (outcome) {
      case RegisterUser.Registered _ -> REGISTERED;
      case RegisterUser.Accepted _ -> ACCEPTED;
      case RegisterUser.Invalid _ -> INVALID;
      case RegisterUser.Throttled _ -> THROTTLED;
      case RegisterUser.Refused refused ->
          switch (refused) {
            case CLOSED -> CLOSED;
            case ROLE_NOT_ASSIGNABLE -> ROLE_NOT_ASSIGNABLE;
            case EMAIL_TAKEN -> EMAIL_TAKEN;
            case USERNAME_TAKEN -> USERNAME_TAKEN;
          };
    };
  }
}
