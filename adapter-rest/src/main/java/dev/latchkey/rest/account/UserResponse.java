package dev.latchkey.rest.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.ImageUrl;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.Username;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is told of a user.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "User")
public record UserResponse(
    UUID id,
    String email,
    @Nullable String username,
    @Nullable String name,
    @Nullable String imageUrl,
    String role,
    boolean isActive,
    boolean isVerified,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant lastLogin) {

  /// The message for a user.
  public static UserResponse of(User user) {
    var profile = user.profile();
    return new UserResponse(
        user.id().value(),
        user.email().display(),
        text(profile.username(), Username::value),
        text(profile.name(), DisplayName::value),
        text(profile.imageUrl(), ImageUrl::value),
        user.role().value(),
        user.active(),
        user.verified(),
        user.createdAt(),
        user.updatedAt(),
        user.lastLogin());
  }

  private static <V> @Nullable String text(@Nullable V value, Function<V, String> toText) {
    return value == null ? null : toText.apply(value);
  }
}
