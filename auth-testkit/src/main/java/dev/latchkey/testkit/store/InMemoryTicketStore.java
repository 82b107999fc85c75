package dev.latchkey.testkit.store;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps tickets in memory. Made by [InMemoryStores].
public final class InMemoryTicketStore implements TicketStore {
  private final InMemoryState state;

  InMemoryTicketStore(InMemoryState state) {
    this.state = state;
  }

  @Override
  public Optional<Ticket> find(TokenDigest digest, TicketPurpose purpose, Instant now) {
    return state.atomically(() -> Optional.ofNullable(state.ticket(digest, purpose, now)));
  }

  @Override
  public boolean issue(User seen, Consequences consequences) {
    return state.atomically(() -> {
      var stored = state.user(seen.id());
      if (stored == null || !isAsSeen(stored.user(), seen)) {
        return false;
      }
      state.follow(consequences);
      return true;
    });
  }

  private static boolean isAsSeen(User user, User seen) {
    return user.active() && user.verified() == seen.verified() && user.email().equals(seen.email());
  }

  @Override
  public Optional<User> verifyEmail(TokenDigest digest, Instant now, Consequences consequences) {
    return state.atomically(() ->
        Optional.ofNullable(state.take(digest, TicketPurpose.VERIFY_EMAIL, now))
            .map(ticket -> verified(ticket, now, consequences)));
  }

  private User verified(Ticket ticket, Instant now, Consequences consequences) {
    var stored = stored(ticket.user());
    var brought = stored.user().verified() ? null : ticket.hash();
    if (brought != null && !brought.equals(stored.hash())) {
      endEverything(ticket.user());
      return saved(stored.user(), stored.user().email(), brought, now, consequences);
    }
    return saved(stored.user(), stored.user().email(), stored.hash(), now, consequences);
  }

  @Override
  public Optional<User> resetPassword(
      TokenDigest digest, PasswordHash renewed, Instant now, Consequences consequences) {
    return state.atomically(() ->
        Optional.ofNullable(state.take(digest, TicketPurpose.RESET_PASSWORD, now))
            .map(ticket -> reset(ticket.user(), renewed, now, consequences)));
  }

  private User reset(UserId id, PasswordHash renewed, Instant now, Consequences consequences) {
    var user = stored(id).user();
    endEverything(id);
    return saved(user, user.email(), renewed, now, consequences);
  }

  @Override
  public EmailChange changeEmail(TokenDigest digest, Instant now, Consequences consequences) {
    return state.atomically(() -> {
      var ticket = state.ticket(digest, TicketPurpose.CHANGE_EMAIL, now);
      if (ticket == null) {
        return EmailChange.NotChanged.NO_TICKET;
      }
      if (state.isTaken(ticket.user(), user -> user.email().equals(ticket.email()))) {
        return EmailChange.NotChanged.EMAIL_TAKEN;
      }
      return Optional.ofNullable(state.take(digest, TicketPurpose.CHANGE_EMAIL, now))
          .<EmailChange>map(taken -> new EmailChange.Changed(changed(taken, now, consequences)))
          .orElse(EmailChange.NotChanged.NO_TICKET);
    });
  }

  private User changed(Ticket ticket, Instant now, Consequences consequences) {
    var stored = stored(ticket.user());
    state.dropTickets(ticket.user());
    return saved(stored.user(), ticket.email(), stored.hash(), now, consequences);
  }

  private void endEverything(UserId user) {
    state.endAll(user, null, EndReason.PASSWORD_CHANGED);
    state.revokeApiKeys(user);
    state.dropTickets(user);
  }

  private User saved(
      User user,
      EmailAddress email,
      @Nullable PasswordHash hash,
      Instant now,
      Consequences consequences) {
    var saved =
        user.edited(email, user.profile(), user.role(), user.active(), true).saved(Micros.of(now));
    state.users.put(user.id(), new Credentials(saved, hash));
    state.follow(consequences);
    return saved;
  }

  private Credentials stored(UserId id) {
    return Objects.requireNonNull(state.user(id));
  }
}
