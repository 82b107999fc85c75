package dev.latchkey.domain.session;

import java.time.Duration;

/// How long things last.
///
/// @param accessLifetime of an access token
/// @param lifetime of a session from its log-in on, whatever happens in between
/// @param idle how long a session lives on without a refresh
/// @param grace how long the parent of an unused successor still answers with that same successor;
///   zero is strict rotation (RFC 9700 section 4.14.2)
/// @param maxPerUser how many sessions a user keeps; opening one more ends the one idle longest
public record SessionPolicy(
    Duration accessLifetime, Duration lifetime, Duration idle, Duration grace, int maxPerUser) {

  public SessionPolicy {
    require(
        accessLifetime.compareTo(Duration.ZERO) > 0, "the access token's life must be positive");
    require(lifetime.compareTo(accessLifetime) >= 0, "a session must outlive an access token");
    require(idle.compareTo(Duration.ZERO) > 0, "the idle time must be positive");
    require(!grace.isNegative(), "the grace must not be negative");
    require(maxPerUser > 0, "a user must be allowed a session");
  }

  /// Fifteen minutes, thirty days, fourteen days, thirty seconds, fifty sessions.
  public static SessionPolicy standard() {
    return new SessionPolicy(
        Duration.ofMinutes(15),
        Duration.ofDays(30),
        Duration.ofDays(14),
        Duration.ofSeconds(30),
        50);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
