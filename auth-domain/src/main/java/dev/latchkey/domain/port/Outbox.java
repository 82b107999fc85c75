package dev.latchkey.domain.port;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.mail.ClaimedMail;
import java.time.Instant;
import java.util.List;

/// The mails that wait to be sent. They get there as [Consequences] of changes. Every method is one
/// transaction and may throw [Unavailable].
public interface Outbox {

  /// Takes mails whose time has come, those first that have waited longest. Until the lease is over
  /// they are nobody else's, however many ask at once; then whoever asks gets those of which
  /// nothing was said. So the mail of a node that dies is sent by another.
  ///
  /// @param limit how many at most
  /// @param lease until when they are the caller's
  List<ClaimedMail> claim(int limit, Instant now, Instant lease);

  /// Notes that a mail was sent. It never comes back.
  void markSent(ClaimedMail mail, Instant now);

  /// Has a mail wait until then, unless somebody else has claimed it meanwhile.
  ///
  /// @param reason why, at most 256 characters
  void putOff(ClaimedMail mail, Instant until, String reason);

  /// Gives a mail up and appends the event to the audit, both or neither: neither where somebody
  /// else has claimed the mail meanwhile. It never comes back.
  ///
  /// @param reason why, at most 256 characters
  void giveUp(ClaimedMail mail, Instant now, String reason, AuditEvent event);

  /// Takes a mail out that is not to be sent at all.
  void drop(ClaimedMail mail);

  /// How many have not been sent and not been given up, claimed ones among them.
  long countWaiting();
}
