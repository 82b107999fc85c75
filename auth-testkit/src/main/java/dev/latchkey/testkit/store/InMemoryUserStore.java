package dev.latchkey.testkit.store;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserCounts;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.UserPage;
import dev.latchkey.domain.user.UserQuery;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps users in memory. Made by [InMemoryStores].
public final class InMemoryUserStore implements UserStore {
  private final InMemoryState state;

  InMemoryUserStore(InMemoryState state) {
    this.state = state;
  }

  @Override
  public Registration register(User user, @Nullable PasswordHash hash, Consequences consequences) {
    return state.atomically(() -> {
      if (isEmailTaken(user)) {
        return Registration.EMAIL_TAKEN;
      }
      if (isUsernameTaken(user)) {
        return Registration.USERNAME_TAKEN;
      }
      state.users.put(user.id(), new Credentials(Micros.of(user), hash));
      state.follow(consequences);
      return Registration.REGISTERED;
    });
  }

  private boolean isEmailTaken(User user) {
    return state.isTaken(user.id(), other -> other.email().equals(user.email()));
  }

  private boolean isUsernameTaken(User user) {
    var username = user.profile().username();
    return username != null
        && state.isTaken(user.id(), other -> username.equals(other.profile().username()));
  }

  @Override
  public Optional<User> find(UserId id) {
    return findCredentials(id).map(Credentials::user);
  }

  @Override
  public Optional<Credentials> findCredentials(UserId id) {
    return state.atomically(() -> Optional.ofNullable(state.user(id)));
  }

  @Override
  public Optional<Credentials> findCredentials(LoginName login) {
    return state.atomically(() ->
        state.users.values().stream()
            .filter(credentials -> isLoggedInBy(login, credentials.user()))
            .findAny());
  }

  private static boolean isLoggedInBy(LoginName login, User user) {
    return login instanceof LoginName.ByEmail byEmail
        ? byEmail.email().equals(user.email())
        : login instanceof LoginName.ByUsername byUsername
            && byUsername.username().equals(user.profile().username());
  }

  @Override
  public UserPage search(UserQuery query) {
    return state.atomically(
        () -> InMemorySearch.page(state.users.values().stream().map(Credentials::user), query));
  }

  @Override
  public UserCounts count(Instant loginsSince) {
    return state.atomically(() ->
        new UserCounts(
            count(user -> true),
            count(User::active),
            count(User::verified),
            count(user -> isAtOrAfter(user.lastLogin(), loginsSince))));
  }

  private long count(Predicate<User> which) {
    return state.users.values().stream().map(Credentials::user).filter(which).count();
  }

  private static boolean isAtOrAfter(@Nullable Instant time, Instant since) {
    return time != null && !time.isBefore(since);
  }

  @Override
  public Update update(User edited, Instant now, Consequences consequences) {
    return state.atomically(() -> updated(edited, now, consequences));
  }

  private Update updated(User edited, Instant now, Consequences consequences) {
    var stored = state.user(edited.id());
    if (stored == null) {
      return Update.NotSaved.UNKNOWN;
    }
    if (stored.user().version() != edited.version()) {
      return Update.NotSaved.STALE;
    }
    if (isEmailTaken(edited)) {
      return Update.NotSaved.EMAIL_TAKEN;
    }
    if (isUsernameTaken(edited)) {
      return Update.NotSaved.USERNAME_TAKEN;
    }
    if (!edited.isActiveAdmin() && state.isLastAdmin(stored.user())) {
      return Update.NotSaved.LAST_ADMIN;
    }
    var saved = saved(stored, edited, Micros.of(now));
    state.follow(consequences);
    return saved;
  }

  /// What an edit does not speak of, such as the last log-in, stays as it is stored.
  private Update saved(Credentials stored, User edited, Instant now) {
    var user =
        stored
            .user()
            .edited(
                edited.email(), edited.profile(), edited.role(), edited.active(), edited.verified())
            .saved(now);
    state.users.put(user.id(), new Credentials(user, stored.hash()));
    if (!user.active()) {
      state.endAll(user.id(), null, EndReason.USER_DEACTIVATED);
      state.revokeApiKeys(user.id());
    }
    if (!user.active() || !user.email().equals(stored.user().email())) {
      state.dropTickets(user.id());
    }
    return new Update.Saved(user);
  }

  @Override
  public boolean changePassword(
      UserId id,
      PasswordHash verified,
      PasswordHash renewed,
      @Nullable SessionId kept,
      Instant now,
      Consequences consequences) {
    return state.atomically(() -> {
      var stored = state.user(id);
      if (stored == null || !verified.equals(stored.hash())) {
        return false;
      }
      state.users.put(id, new Credentials(stored.user(), renewed));
      state.endAll(id, kept, EndReason.PASSWORD_CHANGED);
      state.dropTickets(id);
      state.follow(consequences);
      return true;
    });
  }

  @Override
  public Removal purge(UserId id, Consequences consequences) {
    return state.atomically(() -> {
      var stored = state.user(id);
      if (stored == null) {
        return Removal.UNKNOWN;
      }
      if (state.isLastAdmin(stored.user())) {
        return Removal.LAST_ADMIN;
      }
      state.follow(consequences);
      state.erase(id);
      return Removal.REMOVED;
    });
  }
}
