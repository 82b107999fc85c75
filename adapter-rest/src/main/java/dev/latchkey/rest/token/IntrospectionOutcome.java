package dev.latchkey.rest.token;

import dev.latchkey.application.token.IntrospectToken;

/// What a question about a token found, as it is counted.
enum IntrospectionOutcome {
  USER_ACCESS,
  USER_REFRESH,
  CLIENT_ACCESS,
  API_KEY,
  INACTIVE;

  static IntrospectionOutcome of(IntrospectToken.Outcome outcome) {
    return switch (outcome) {
      case IntrospectToken.UserAccess _ -> USER_ACCESS;
      case IntrospectToken.UserRefresh _ -> USER_REFRESH;
      case IntrospectToken.ClientAccess _ -> CLIENT_ACCESS;
      case IntrospectToken.UserKey _ -> API_KEY;
      case IntrospectToken.Inactive _ -> INACTIVE;
    };
  }
}
