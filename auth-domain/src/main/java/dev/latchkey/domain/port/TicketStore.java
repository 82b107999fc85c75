package dev.latchkey.domain.port;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import java.time.Instant;
import java.util.Optional;

/// Issues tickets and redeems them. Each method is one transaction, and what it did is durable when
/// it returns.
///
/// Redeeming takes the ticket first: of any number of calls with one ticket, one redeems it, and
/// the others find none. A ticket is redeemed only for its own purpose, before `expiresAt`, and
/// while its user is active; a call that may not redeem it leaves it as it is. Every method may
/// throw [Unavailable].
public interface TicketStore {

  /// The ticket of this digest, where it could be redeemed for this purpose at `now`. It stays
  /// good.
  Optional<Ticket> find(TokenDigest digest, TicketPurpose purpose, Instant now);

  /// Writes what somebody is sent who has an account already: a ticket, its mail, or a mail alone.
  /// A ticket that verifies an address and brings no password takes over that of the ticket whose
  /// place it takes, so that asking for another mail does not change which password counts. A
  /// ticket that resets the password takes the place of one that verifies, with its password.
  ///
  /// @param seen the user as the consequences were made for them
  /// @return false where the user is no longer active, of that address or as verified as they were
  ///   seen, and nothing was written
  boolean issue(User seen, Consequences consequences);

  /// Redeems a ticket that verifies the user's address. Where the user was unverified and the
  /// ticket brings a password that is not theirs, that one takes the place of theirs, and in the
  /// same commit every session ends and every other ticket goes: whoever set up the account before
  /// was somebody else.
  ///
  /// @return the user as of now; empty where there is no such ticket, and nothing was done
  Optional<User> verifyEmail(TokenDigest digest, Instant now, Consequences consequences);

  /// Redeems a ticket that resets the password: this one takes the place of the user's, every
  /// session ends and every other ticket goes, in one commit. The address is verified by it, for
  /// the ticket came by mail. A log-in that verified the old password but has not yet opened its
  /// session opens none.
  ///
  /// @return the user as of now; empty where there is no such ticket, and nothing was done
  Optional<User> resetPassword(
      TokenDigest digest, PasswordHash renewed, Instant now, Consequences consequences);

  /// Redeems a ticket that changes the user's address to its own, which is verified by it. Every
  /// other ticket goes in the same commit. Of two users who change to one address, one wins.
  EmailChange changeEmail(TokenDigest digest, Instant now, Consequences consequences);

  /// What became of a change of address.
  sealed interface EmailChange {

    /// The user as of now.
    record Changed(User user) implements EmailChange {}

    /// Nothing was done, and no ticket taken.
    enum NotChanged implements EmailChange {
      /// There is no such ticket.
      NO_TICKET,
      /// Somebody else has the address by now.
      EMAIL_TAKEN
    }
  }
}
