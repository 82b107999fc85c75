package dev.latchkey.application.mail;

import dev.latchkey.application.mail.Settled.Result;
import dev.latchkey.domain.WireName;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.mail.Retries;
import dev.latchkey.domain.port.LetterWriter;
import dev.latchkey.domain.port.Mailer;
import dev.latchkey.domain.port.Outbox;
import dev.latchkey.domain.port.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Sends the mails that wait.
///
/// Each is sent once, whatever happens before the other side has taken it: a mail whose sender dies
/// is sent by another, and of several who send at once each gets other mails. Only where the answer
/// to a taken mail is lost is it sent twice, under the same `Message-ID`.
public final class SendMails {
  private static final int BATCH = 5;

  /// Longer than sending a mail takes.
  private static final Duration LEASE = Duration.ofMinutes(3);

  private final Outbox outbox;
  private final LetterWriter letters;
  private final Mailer mailer;
  private final Set<MailKind> unwanted;
  private final InstantSource clock;

  /// @param unwanted kinds of mails that are never sent
  public SendMails(
      Outbox outbox,
      LetterWriter letters,
      Mailer mailer,
      Set<MailKind> unwanted,
      InstantSource clock) {
    this.outbox = outbox;
    this.letters = letters;
    this.mailer = mailer;
    this.unwanted = Set.copyOf(unwanted);
    this.clock = clock;
  }

  /// Sends a few of the mails whose time has come, and says what became of each; nothing where none
  /// waits. Where nobody is there to take any letter, the rest waits with the first. Each is
  /// claimed when its turn comes, so that whoever stops holds none that it has not begun.
  ///
  /// @param stopping whether no more mails are to be begun, asked before each
  /// @throws Unavailable where the outbox cannot answer; what was claimed comes back
  public List<Settled> send(BooleanSupplier stopping) {
    var settled = new ArrayList<Settled>();
    Delivery.@Nullable Deferred trouble = null;
    while (settled.size() < BATCH && !stopping.getAsBoolean()) {
      var next = claim();
      if (next.isEmpty()) {
        break;
      }
      var mail = next.get();
      if (unwanted.contains(mail.mail().kind())) {
        settled.add(drop(mail));
        continue;
      }
      Delivery delivery;
      try {
        delivery = trouble == null ? mailer.send(letters.write(mail)) : trouble;
      } catch (Unavailable nobody) {
        trouble = new Delivery.Deferred(String.valueOf(nobody.getMessage()));
        delivery = trouble;
      } catch (RuntimeException defect) {
        putOffOrGiveUp(mail, defect.getClass().getSimpleName());
        throw defect;
      }
      settled.add(settle(mail, delivery));
    }
    return settled;
  }

  private Optional<ClaimedMail> claim() {
    var now = clock.instant();
    return outbox.claim(1, now, now.plus(LEASE)).stream().findFirst();
  }

  private Settled drop(ClaimedMail mail) {
    outbox.drop(mail);
    return new Settled(mail.mail().kind(), Result.DROPPED, null);
  }

  private Settled settle(ClaimedMail mail, Delivery delivery) {
    if (delivery instanceof Delivery.Refused refused) {
      return giveUp(mail, refused.reason());
    }
    if (delivery instanceof Delivery.Deferred deferred) {
      return putOffOrGiveUp(mail, deferred.reason());
    }
    outbox.markSent(mail, clock.instant());
    return new Settled(mail.mail().kind(), Result.SENT, null);
  }

  private Settled putOffOrGiveUp(ClaimedMail mail, String reason) {
    var next = Retries.after(mail.attempt(), clock.instant());
    if (next.isEmpty()) {
      return giveUp(mail, reason);
    }
    outbox.putOff(mail, next.get(), reason);
    return new Settled(mail.mail().kind(), Result.PUT_OFF, reason);
  }

  private Settled giveUp(ClaimedMail mail, String reason) {
    var now = clock.instant();
    var kind = mail.mail().kind();
    var event =
        AuditEvent.of(EventKind.MAIL_FAILED, now, Origin.UNKNOWN)
            .about(mail.mail().user())
            .saying(WireName.of(kind) + ": " + reason);
    outbox.giveUp(mail, now, reason, event);
    return new Settled(kind, Result.GIVEN_UP, reason);
  }
}
