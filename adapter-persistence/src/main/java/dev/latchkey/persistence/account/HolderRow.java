package dev.latchkey.persistence.account;

import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.ImageUrl;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.Username;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The user who holds a ticket: a row of `auth.users`.
@MappedEntity(value = "users", schema = "auth")
record HolderRow(
    @Id UUID id,
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
    long version,
    @Nullable String passwordHash) {

  User toUser() {
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

  @Override
  public String toString() {
    return "HolderRow[id=" + id + "]";
  }
}
