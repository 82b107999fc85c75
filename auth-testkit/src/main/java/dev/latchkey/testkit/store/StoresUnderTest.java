package dev.latchkey.testkit.store;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/// What a test of a pair of stores gives to their contracts.
///
/// The stores need not be empty, nor be emptied between tests: every test makes users of its own.
/// They must not be in use by anybody else meanwhile, though, and **what they hold is not safe**:
/// the tests about the last admin deactivate every other admin first.
public interface StoresUnderTest {

  /// The users, the same throughout a test.
  UserStore users();

  /// The sessions of these users, the same throughout a test.
  SessionStore sessions();

  /// The tickets of these users, the same throughout a test.
  TicketStore tickets();

  /// What happened to them, the same throughout a test.
  AuditLog audit();

  /// What the audit keeps about a user, the oldest first.
  List<AuditEvent> events(UserId user);

  /// The mails that wait to be sent about a user, the oldest first.
  List<Mail> mails(UserId user);

  /// The user's ticket of this purpose, read past the port.
  Optional<Ticket> ticket(UserId user, TicketPurpose purpose);

  /// Why a session was ended, read past the port, which tells nobody. Empty where it was not.
  Optional<EndReason> endReason(SessionId id);

  /// How often each race is run.
  default int rounds() {
    return 20;
  }
}
