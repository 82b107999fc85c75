package dev.latchkey.rest.mail;

import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.port.Mailer;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every letter and keeps the newest 200 in memory, where a developer reads them. Never in
/// production: whoever sees them can open every link.
@Singleton
@Requires(property = DevMailbox.SWITCH, value = "on")
public final class DevMailbox implements Mailer {
  /// The property that puts it, and its page, there.
  public static final String SWITCH = "latchkey.dev-mailbox";

  private static final Logger LOG = LoggerFactory.getLogger(DevMailbox.class);
  private static final int MOST = 200;

  private final Deque<Letter> newestFirst = new ArrayDeque<>();

  DevMailbox() {}

  @Override
  public Delivery send(Letter letter) {
    synchronized (newestFirst) {
      newestFirst.addFirst(letter);
      if (newestFirst.size() > MOST) {
        newestFirst.removeLast();
      }
    }
    LOG.info("A mail, {}, is in the mailbox for development: /dev/mail", letter.kind());
    return new Delivery.Accepted();
  }

  /// What was kept, the newest first.
  List<Letter> letters() {
    synchronized (newestFirst) {
      return List.copyOf(newestFirst);
    }
  }

  Optional<Letter> find(MailId id) {
    return letters().stream().filter(letter -> letter.id().equals(id)).findFirst();
  }
}
