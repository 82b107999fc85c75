package dev.latchkey.persistence.user;

import dev.latchkey.domain.user.UserCounts;
import io.micronaut.core.annotation.Introspected;

/// What one pass over `auth.users` counts.
@Introspected
record CountsRow(long total, long active, long verified, long logins) {

  UserCounts toCounts() {
    return new UserCounts(total, active, verified, logins);
  }
}
