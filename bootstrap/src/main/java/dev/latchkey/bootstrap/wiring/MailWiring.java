package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.mail.SendMails;
import dev.latchkey.bootstrap.mail.MailCounter;
import dev.latchkey.bootstrap.mail.MailWorker;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.domain.port.LetterWriter;
import dev.latchkey.domain.port.Mailer;
import dev.latchkey.domain.port.Outbox;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.mail.letter.JteLetterWriter;
import dev.latchkey.mail.letter.LetterStyle;
import dev.latchkey.mail.smtp.SmtpMailer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Objects;

/// Where there is no mailer, in production without an SMTP server, there is no worker either.
@Factory
final class MailWiring {

  @Singleton
  LetterWriter letters(Settings settings, TicketSecrets secrets) {
    var http = settings.http();
    var mail = settings.mail();
    var style =
        new LetterStyle(mail.product(), http.publicUrl() + http.apiPrefix(), mail.subjects());
    return new JteLetterWriter(style, secrets);
  }

  @Singleton
  @Requires(property = "latchkey.smtp", value = "on")
  Mailer smtp(Settings settings, InstantSource clock) {
    var mail = settings.mail();
    return new SmtpMailer(Objects.requireNonNull(mail.smtp()), mail.from(), clock);
  }

  @Singleton
  MailCounter counter(MeterRegistry registry, Outbox outbox) {
    return new MailCounter(registry, outbox);
  }

  @Singleton
  @Requires(bean = Mailer.class)
  SendMails sendMails(
      Outbox outbox, LetterWriter letters, Mailer mailer, Settings settings, InstantSource clock) {
    return new SendMails(outbox, letters, mailer, settings.mail().unwanted(), clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(bean = Mailer.class)
  MailWorker worker(SendMails sendMails, MailCounter counter) {
    return new MailWorker(sendMails, counter);
  }
}
