package dev.latchkey.persistence.account;

import dev.latchkey.domain.user.User;
import dev.latchkey.persistence.user.StoredUser;
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

  @Override
  public String toString() {
    return "HolderRow[id=" + id + "]";
  }
}
