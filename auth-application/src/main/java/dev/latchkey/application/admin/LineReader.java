package dev.latchkey.application.admin;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.HashFormats;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.user.FieldReader;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.RolePolicy;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes a user of one line of a file, or finds all that is wrong with it. Good for one line.
final class LineReader {
  private static final UUID NIL = new UUID(0, 0);

  private final FieldReader fields = new FieldReader();
  private final HashFormats hashes;
  private final RolePolicy roles;
  private final Ids ids;
  private final Instant now;

  LineReader(HashFormats hashes, RolePolicy roles, Ids ids, Instant now) {
    this.hashes = hashes;
    this.roles = roles;
    this.ids = ids;
    this.now = now.truncatedTo(ChronoUnit.MICROS);
  }

  /// What is wrong with the line that was read.
  List<Violation> violations() {
    return fields.violations();
  }

  /// The user; null where [#violations] says why there is none.
  @Nullable Credentials read(UserLine.Given line) {
    var email = fields.email(line.email());
    var profile = fields.profile(line.username(), line.name(), line.imageUrl());
    var id = id(line.id());
    var role = role(line.role());
    var createdAt = Objects.requireNonNullElse(time("created_at", line.createdAt()), now);
    var updatedAt = Objects.requireNonNullElse(time("updated_at", line.updatedAt()), createdAt);
    var lastLogin = time("last_login", line.lastLogin());
    var hash = hash(line.passwordHash());
    if (email == null || !fields.violations().isEmpty()) {
      return null;
    }
    var user =
        new User(
            new UserId(id),
            email,
            profile,
            role,
            Objects.requireNonNullElse(line.active(), true),
            Objects.requireNonNullElse(line.verified(), false),
            createdAt,
            updatedAt,
            lastLogin,
            0);
    return new Credentials(user, hash);
  }

  private UUID id(@Nullable String text) {
    if (text == null) {
      return ids.next();
    }
    try {
      var id = UUID.fromString(text);
      if (!id.equals(NIL) && id.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return id;
      }
    } catch (IllegalArgumentException notAnId) {
      // Said below.
    }
    fault("id", Violation.Code.INVALID_VALUE, "Not a UUID; leave it out for a new one.");
    return NIL;
  }

  private RoleName role(@Nullable String name) {
    if (name == null) {
      return roles.defaultRole();
    }
    var role = roles.find(name).orElse(null);
    if (role == null) {
      fault("role", Violation.Code.UNKNOWN_ROLE, "There is no such role here; see ROLES.");
    }
    return Objects.requireNonNullElse(role, roles.defaultRole());
  }

  private @Nullable Instant time(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      var time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(now)) {
        return time;
      }
    } catch (DateTimeException notATime) {
      // Said below.
    }
    fault(
        field,
        Violation.Code.INVALID_VALUE,
        "Not a time between 1970 and now with an offset, such as 2026-01-31T12:00:00Z.");
    return null;
  }

  private @Nullable PasswordHash hash(@Nullable PasswordHash foreign) {
    if (foreign == null) {
      return null;
    }
    var hash = hashes.read(foreign.reveal()).orElse(null);
    if (hash == null) {
      fault(
          "password_hash",
          Violation.Code.INVALID_VALUE,
          "Of a kind that is not known here, malformed, or beyond the bounds: nobody could log in"
              + " with it. Leave it out to let the user reset the password.");
    }
    return hash;
  }

  private void fault(String field, Violation.Code code, String detail) {
    fields.note(List.of(new Violation(field, code, detail)));
  }
}
