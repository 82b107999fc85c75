package dev.latchkey.persistence.account;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.Micros;
import dev.latchkey.persistence.consequence.ConsequenceWriter;
import dev.latchkey.persistence.session.live.LiveSessions;
import dev.latchkey.persistence.ticket.TicketIssuer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Redeems tickets in PostgreSQL. The first statement of each transaction takes the ticket.
@Singleton
final class JdbcTicketStore implements TicketStore {
  private static final String EMAIL_KEY = "users_email_canonical_key";

  private final Guarded guarded;
  private final TicketIssuer tickets;
  private final HolderRows holders;
  private final ConsequenceWriter writer;
  private final LiveSessions live;

  JdbcTicketStore(
      Guarded guarded,
      TicketIssuer tickets,
      HolderRows holders,
      ConsequenceWriter writer,
      LiveSessions live) {
    this.guarded = guarded;
    this.tickets = tickets;
    this.holders = holders;
    this.writer = writer;
    this.live = live;
  }

  @Override
  public Optional<Ticket> find(TokenDigest digest, TicketPurpose purpose, Instant now) {
    return guarded.once(() -> tickets.find(digest, purpose, now));
  }

  @Override
  public boolean issue(User seen, Consequences consequences) {
    return guarded.together(() -> {
      var locked =
          holders.lock(seen.id().value(), seen.email().canonical(), seen.verified()) != null;
      if (locked) {
        writer.write(consequences);
      }
      return locked;
    });
  }

  @Override
  public Optional<User> verifyEmail(TokenDigest digest, Instant now, Consequences consequences) {
    return live.changing(holder ->
        guarded.together(() ->
            take(digest, TicketPurpose.VERIFY_EMAIL, now, holder)
                .map(ticket -> verify(ticket, Micros.of(now), consequences))));
  }

  private User verify(Ticket ticket, Instant now, Consequences consequences) {
    var holder = holders.get(ticket.user().value());
    var brought = ticket.hash();
    if (brought == null || holder.isVerified() || brought.reveal().equals(holder.passwordHash())) {
      return written(holders.verify(holder.id(), null, now), consequences);
    }
    endEverything(ticket.user(), now);
    return written(holders.verify(holder.id(), brought.reveal(), now), consequences);
  }

  @Override
  public Optional<User> resetPassword(
      TokenDigest digest, PasswordHash renewed, Instant now, Consequences consequences) {
    return live.changing(holder ->
        guarded.together(() ->
            take(digest, TicketPurpose.RESET_PASSWORD, now, holder)
                .map(ticket -> reset(ticket.user(), renewed, Micros.of(now), consequences))));
  }

  private User reset(UserId user, PasswordHash renewed, Instant now, Consequences consequences) {
    endEverything(user, now);
    return written(holders.verify(user.value(), renewed.reveal(), now), consequences);
  }

  @Override
  public EmailChange changeEmail(TokenDigest digest, Instant now, Consequences consequences) {
    return live.changing(holder ->
        guarded.together(
            () ->
                take(digest, TicketPurpose.CHANGE_EMAIL, now, holder)
                    .<EmailChange>map(ticket -> change(ticket, Micros.of(now), consequences))
                    .orElse(EmailChange.NotChanged.NO_TICKET),
            Map.of(EMAIL_KEY, EmailChange.NotChanged.EMAIL_TAKEN)));
  }

  private Optional<Ticket> take(
      TokenDigest digest, TicketPurpose purpose, Instant now, Set<UserId> holder) {
    var ticket = tickets.take(digest, purpose, now);
    ticket.map(Ticket::user).ifPresent(holder::add);
    return ticket;
  }

  private EmailChange change(Ticket ticket, Instant now, Consequences consequences) {
    var email = ticket.email();
    var changed =
        holders.changeEmail(ticket.user().value(), email.display(), email.canonical(), now);
    tickets.drop(ticket.user());
    return new EmailChange.Changed(written(changed, consequences));
  }

  private void endEverything(UserId user, Instant now) {
    holders.endSessions(user.value(), EndReason.PASSWORD_CHANGED.name(), now);
    holders.revokeApiKeys(user.value(), now);
    tickets.drop(user);
  }

  private User written(List<HolderRow> updated, Consequences consequences) {
    writer.write(consequences);
    return updated.getFirst().toUser();
  }
}
