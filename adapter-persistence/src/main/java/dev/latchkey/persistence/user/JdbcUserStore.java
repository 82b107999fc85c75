package dev.latchkey.persistence.user;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserCounts;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.UserPage;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.Micros;
import dev.latchkey.persistence.audit.AuditAppender;
import dev.latchkey.persistence.consequence.ConsequenceWriter;
import dev.latchkey.persistence.session.live.LiveSessions;
import dev.latchkey.persistence.ticket.TicketIssuer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps users in PostgreSQL. Its constraints decide races; their names are turned into outcomes.
@Singleton
final class JdbcUserStore implements UserStore {
  private static final String EMAIL_KEY = "users_email_canonical_key";
  private static final String USERNAME_KEY = "users_username_key";
  private static final String ACTIVE_ADMIN = "users_active_admin";

  private final Guarded guarded;
  private final UserRows rows;
  private final UserSearch search;
  private final ConsequenceWriter writer;
  private final TicketIssuer tickets;
  private final AuditAppender audit;
  private final LiveSessions live;

  JdbcUserStore(
      Guarded guarded,
      UserRows rows,
      UserSearch search,
      ConsequenceWriter writer,
      TicketIssuer tickets,
      AuditAppender audit,
      LiveSessions live) {
    this.guarded = guarded;
    this.rows = rows;
    this.search = search;
    this.writer = writer;
    this.tickets = tickets;
    this.audit = audit;
    this.live = live;
  }

  @Override
  public Registration register(User user, @Nullable PasswordHash hash, Consequences consequences) {
    return guarded.together(
        () -> insert(user, hash, consequences),
        Map.of(
            EMAIL_KEY, Registration.EMAIL_TAKEN,
            USERNAME_KEY, Registration.USERNAME_TAKEN));
  }

  private Registration insert(User user, @Nullable PasswordHash hash, Consequences consequences) {
    rows.insert(
        user.id().value(),
        user.email().display(),
        user.email().canonical(),
        username(user.profile()),
        name(user.profile()),
        foldedName(user.profile()),
        imageUrl(user.profile()),
        user.role().value(),
        user.active(),
        user.verified(),
        Micros.of(user.createdAt()),
        Micros.of(user.updatedAt()),
        Micros.ofNullable(user.lastLogin()),
        user.version(),
        hash == null ? null : hash.reveal());
    writer.write(consequences);
    return Registration.REGISTERED;
  }

  @Override
  public Optional<User> find(UserId id) {
    return guarded.once(() -> Optional.ofNullable(rows.findById(id.value())).map(UserRow::toUser));
  }

  @Override
  public Optional<Credentials> findCredentials(UserId id) {
    return guarded.once(
        () -> Optional.ofNullable(rows.findById(id.value())).map(UserRow::toCredentials));
  }

  @Override
  public Optional<Credentials> findCredentials(LoginName login) {
    return guarded.once(() -> Optional.ofNullable(findRow(login)).map(UserRow::toCredentials));
  }

  private @Nullable UserRow findRow(LoginName login) {
    return switch (login) {
      case LoginName.ByEmail(var email) -> rows.findByEmail(email.canonical());
      case LoginName.ByUsername(var username) -> rows.findByUsername(username.value());
    };
  }

  @Override
  public UserPage search(UserQuery query) {
    return guarded.once(() -> search.page(query));
  }

  @Override
  public UserCounts count(Instant loginsSince) {
    return guarded.once(() -> rows.count(loginsSince).toCounts());
  }

  @Override
  public Update update(User edited, Instant now, Consequences consequences) {
    return live.changing(
        edited.id(),
        () ->
            guarded.together(
                () -> save(edited, Micros.of(now), consequences),
                Map.of(
                    EMAIL_KEY, Update.NotSaved.EMAIL_TAKEN,
                    USERNAME_KEY, Update.NotSaved.USERNAME_TAKEN,
                    ACTIVE_ADMIN, Update.NotSaved.LAST_ADMIN)));
  }

  private Update save(User edited, Instant now, Consequences consequences) {
    var id = edited.id().value();
    var before = rows.lockEmail(id);
    var saved = updateRow(edited, now);
    if (saved.isEmpty()) {
      return rows.findById(id) == null ? Update.NotSaved.UNKNOWN : Update.NotSaved.STALE;
    }
    if (!edited.active()) {
      rows.endSessions(id, null, EndReason.USER_DEACTIVATED.name(), now);
      rows.revokeApiKeys(id, now);
    }
    if (!edited.active() || !edited.email().canonical().equals(before)) {
      tickets.drop(edited.id());
    }
    writer.write(consequences);
    return new Update.Saved(saved.get());
  }

  private Optional<User> updateRow(User edited, Instant now) {
    var updated =
        rows.update(
            edited.id().value(),
            edited.version(),
            edited.email().display(),
            edited.email().canonical(),
            username(edited.profile()),
            name(edited.profile()),
            foldedName(edited.profile()),
            imageUrl(edited.profile()),
            edited.role().value(),
            edited.active(),
            edited.verified(),
            now);
    return updated.stream().findFirst().map(UserRow::toUser);
  }

  @Override
  public boolean changePassword(
      UserId id,
      PasswordHash verified,
      PasswordHash renewed,
      @Nullable SessionId kept,
      Instant now,
      Consequences consequences) {
    return live.changing(
        id,
        () ->
            guarded.together(() -> {
              var changed = rows.replaceHash(id.value(), verified.reveal(), renewed.reveal()) == 1;
              if (changed) {
                rows.endSessions(
                    id.value(),
                    kept == null ? null : kept.value(),
                    EndReason.PASSWORD_CHANGED.name(),
                    Micros.of(now));
                tickets.drop(id);
                writer.write(consequences);
              }
              return changed;
            }));
  }

  @Override
  public Removal purge(UserId id, Consequences consequences) {
    return live.changing(
        id,
        () ->
            guarded.together(
                () -> erase(id, consequences), Map.of(ACTIVE_ADMIN, Removal.LAST_ADMIN)));
  }

  private Removal erase(UserId id, Consequences consequences) {
    if (rows.delete(id.value()) == 0) {
      return Removal.UNKNOWN;
    }
    writer.write(consequences);
    audit.pseudonymise(id);
    return Removal.REMOVED;
  }

  private static @Nullable String username(Profile profile) {
    return profile.username() == null ? null : profile.username().value();
  }

  private static @Nullable String name(Profile profile) {
    return profile.name() == null ? null : profile.name().value();
  }

  private static @Nullable String foldedName(Profile profile) {
    DisplayName name = profile.name();
    return name == null ? null : name.value().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String imageUrl(Profile profile) {
    return profile.imageUrl() == null ? null : profile.imageUrl().value();
  }
}
