package dev.latchkey.persistence.apikey;

import dev.latchkey.domain.user.User;
import dev.latchkey.persistence.user.StoredUser;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The user whom a key acts for: a row of `auth.users` without the password's hash, which no
/// request that shows a key needs.
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
    long version) {

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
}
