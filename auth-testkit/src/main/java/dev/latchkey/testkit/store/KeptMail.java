package dev.latchkey.testkit.store;

import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailId;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// A mail on record.
///
/// @param number in the order in which mails were written
/// @param due when it may be claimed
/// @param settled whether it was sent or given up
record KeptMail(MailId id, long number, Mail mail, int attempts, Instant due, boolean settled) {
  static final Comparator<KeptMail> ORDER = Comparator.comparingLong(KeptMail::number);

  private static final AtomicLong NUMBERS = new AtomicLong();

  static KeptMail waiting(Mail mail) {
    var id = new MailId(UUID.randomUUID());
    return new KeptMail(id, NUMBERS.incrementAndGet(), mail, 0, Micros.of(mail.at()), false);
  }

  boolean isDueAt(Instant now) {
    return !settled && !due.isAfter(now);
  }

  ClaimedMail claimed() {
    return new ClaimedMail(id, mail, attempts);
  }

  KeptMail claimedUntil(Instant lease) {
    return new KeptMail(id, number, mail, attempts + 1, lease, false);
  }

  KeptMail putOff(Instant until) {
    return new KeptMail(id, number, mail, attempts, until, false);
  }

  KeptMail done() {
    return new KeptMail(id, number, mail, attempts, due, true);
  }
}
