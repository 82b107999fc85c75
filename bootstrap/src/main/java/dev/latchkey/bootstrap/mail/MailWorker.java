package dev.latchkey.bootstrap.mail;

import dev.latchkey.application.mail.SendMails;
import dev.latchkey.application.mail.Settled;
import dev.latchkey.domain.port.Unavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what waits, one mail after the other, on a thread of its own: at once while there is any,
/// and else after a look each second.
public final class MailWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// A letter that is being handed over may take longer; the outbox gives it to somebody then.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final SendMails sendMails;
  private final MailCounter counter;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("mail").unstarted(this::work);

  public MailWorker(SendMails sendMails, MailCounter counter) {
    this.sendMails = sendMails;
    this.counter = counter;
  }

  /// Begins, and comes back at once.
  public void start() {
    thread.start();
  }

  private void work() {
    try {
      do {
        while (!isStopping() && sendSome()) {
          Thread.yield();
        }
      } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether there may be more
  private boolean sendSome() {
    try {
      var settled = sendMails.send(this::isStopping);
      settled.forEach(this::tell);
      return !settled.isEmpty();
    } catch (Unavailable nothingToReadFrom) {
      LOG.warn("No mails can be sent now: {}", nothingToReadFrom.getMessage());
    } catch (RuntimeException defect) {
      LOG.error("A mail could not be sent", defect);
    }
    return false;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void tell(Settled settled) {
    counter.count(settled);
    switch (settled.result()) {
      case PUT_OFF ->
          LOG.warn("A mail, {}, waits to be tried again: {}", settled.kind(), settled.reason());
      case GIVEN_UP -> LOG.error("A mail, {}, was given up: {}", settled.kind(), settled.reason());
      case SENT, DROPPED -> LOG.debug("A mail, {}: {}", settled.kind(), settled.result());
    }
  }

  /// Begins no more mails and waits a moment for the one that is under way.
  @Override
  public void close() {
    stopping.countDown();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
