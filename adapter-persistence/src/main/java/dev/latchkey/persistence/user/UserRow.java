package dev.latchkey.persistence.user;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.user.User;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `auth.users`, as far as it is read.
@MappedEntity(value = "users", schema = "auth")
record UserRow(
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
    return StoredUser.of(
        id,
        email,
        username,
        name,
        imageUrl,
        role,
        isActive,
        isVerified,
        createdAt,
        updatedAt,
        lastLogin,
        version);
  }

  Credentials toCredentials() {
    return new Credentials(toUser(), passwordHash == null ? null : new PasswordHash(passwordHash));
  }

  @Override
  public String toString() {
    return "UserRow[id=" + id + "]";
  }
}
