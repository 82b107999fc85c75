package dev.latchkey.persistence.user;

import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.ImageUrl;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.Username;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes a user of what is stored of one.
public final class StoredUser {
  private StoredUser() {}

  /// The user of these columns of `auth.users`.
  public static User of(
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
      @Nullable Instant lastLogin,
      long version) {
    return new User(
        new UserId(id),
        EmailAddress.parse(email).orElseThrow(),
        new Profile(
            username == null ? null : new Username(username),
            name == null ? null : new DisplayName(name),
            imageUrl == null ? null : new ImageUrl(imageUrl)),
        new RoleName(role),
        isActive,
        isVerified,
        createdAt,
        updatedAt,
        lastLogin,
        version);
  }
}
