package dev.latchkey.rest.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.domain.user.UserCounts;
import io.micronaut.serde.annotation.Serdeable;

/// Users in numbers.
@Serdeable
record StatsResponse(
    @JsonProperty("total_users") long totalUsers,
    @JsonProperty("active_users") long activeUsers,
    @JsonProperty("inactive_users") long inactiveUsers,
    @JsonProperty("verified_users") long verifiedUsers,
    @JsonProperty("logins_24h") long logins24h) {

  static StatsResponse of(UserCounts counts) {
    return new StatsResponse(
        counts.total(), counts.active(), counts.inactive(), counts.verified(), counts.logins());
  }
}
