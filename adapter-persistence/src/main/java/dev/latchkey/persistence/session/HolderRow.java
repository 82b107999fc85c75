package dev.latchkey.persistence.session;

import dev.latchkey.domain.user.User;
import dev.latchkey.persistence.user.StoredUser;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The user who holds a session: a row of `auth.users` without the password's hash, which no
/// request that has a session needs.
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

  /// Reads the row of a result of plain JDBC.
  ///
  /// @param id the column of the user's id
  /// @param createdAt the column of the time at which they registered
  static HolderRow read(ResultSet row, String id, String createdAt) throws SQLException {
    return new HolderRow(
        row.getObject(id, UUID.class),
        row.getString("email"),
        row.getString("username"),
        row.getString("name"),
        row.getString("image_url"),
        row.getString("role"),
        row.getBoolean("is_active"),
        row.getBoolean("is_verified"),
        instant(row, createdAt),
        instant(row, "updated_at"),
        row.getObject("last_login") == null ? null : instant(row, "last_login"),
        row.getLong("version"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

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
