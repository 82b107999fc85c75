package dev.latchkey.bootstrap.mail;

import dev.latchkey.application.mail.Settled;
import dev.latchkey.domain.WireName;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Outbox;
import dev.latchkey.domain.port.Unavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Counts mails by what became of them. Each kind has its series from the start on.
public final class MailCounter {
  private final Map<MailKind, Counter> sent = new EnumMap<>(MailKind.class);
  private final Counter failed;
  private final Counter deferred;

  public MailCounter(MeterRegistry registry, Outbox outbox) {
    for (var kind : MailKind.values()) {
      sent.put(
          kind,
          Counter.builder("latchkey.mail.sent")
              .description("Mails that were sent")
              .tag("kind", WireName.of(kind))
              .register(registry));
    }
    failed =
        Counter.builder("latchkey.mail.failed")
            .description("Mails that were given up")
            .register(registry);
    deferred =
        Counter.builder("latchkey.mail.deferred")
            .description("Attempts after which a mail waits for another")
            .register(registry);
    Gauge.builder("latchkey.mail.waiting", () -> waiting(outbox))
        .description("Mails in the outbox that were not sent yet")
        .register(registry);
  }

  void count(Settled settled) {
    switch (settled.result()) {
      case SENT -> counter(settled.kind()).increment();
      case GIVEN_UP -> failed.increment();
      case PUT_OFF -> deferred.increment();
      case DROPPED -> {}
    }
  }

  private Counter counter(MailKind kind) {
    return Objects.requireNonNull(sent.get(kind));
  }

  private static double waiting(Outbox outbox) {
    try {
      return outbox.countWaiting();
    } catch (Unavailable unknown) {
      return Double.NaN;
    }
  }
}
