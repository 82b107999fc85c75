package dev.latchkey.mail.smtp;

import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.port.Mailer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Hands letters to an SMTP server, each over a connection of its own. Where TLS is used, the
/// server must show a certificate for its name.
public final class SmtpMailer implements Mailer {
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration READING = Duration.ofSeconds(10);
  private static final Duration ALTOGETHER = Duration.ofSeconds(30);

  private final SmtpServer server;
  private final InternetAddress from;
  private final InstantSource clock;
  private final Duration limit;
  private final Session session;

  /// @param from who the letters are from, such as `Example <no-reply@example.org>`
  /// @throws IllegalArgumentException where that is no address
  public SmtpMailer(SmtpServer server, String from, InstantSource clock) {
    this(server, from, clock, ALTOGETHER, null);
  }

  /// @param limit how long handing a letter over may take
  /// @param tls whom to trust; null for those whom the Java runtime trusts
  SmtpMailer(
      SmtpServer server,
      String from,
      InstantSource clock,
      Duration limit,
      @Nullable SSLSocketFactory tls) {
    this.server = server;
    this.from = sender(from);
    this.clock = clock;
    this.limit = limit;
    session = Session.getInstance(properties(tls));
  }

  /// The address that a setting says.
  ///
  /// @throws IllegalArgumentException where it says none, or one without a domain
  public static InternetAddress sender(String from) {
    try {
      var address = new InternetAddress(from, true);
      if (!address.getAddress().contains("@")) {
        throw new IllegalArgumentException("the sender has no domain");
      }
      return address;
    } catch (AddressException notAddress) {
      throw new IllegalArgumentException("no address of a sender", notAddress);
    }
  }

  private Properties properties(@Nullable SSLSocketFactory tls) {
    var properties = new Properties();
    properties.put("mail.smtp.localhost", LetterMessage.domain(from));
    properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECTING.toMillis()));
    properties.put("mail.smtp.timeout", Long.toString(READING.toMillis()));
    properties.put("mail.smtp.auth", Boolean.toString(server.user() != null));
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    switch (server.encryption()) {
      case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
    }
    if (tls != null) {
      properties.put("mail.smtp.ssl.socketFactory", tls);
    }
    return properties;
  }

  @Override
  public Delivery send(Letter letter) {
    try {
      return Deadline.within(limit, () -> handOver(letter));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof MessagingException refusal) {
        return Reply.of(refusal);
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw Reply.unavailable("smtp: no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Reply.unavailable("smtp: interrupted", e);
    }
  }

  private Delivery handOver(Letter letter) throws MessagingException {
    var to = LetterMessage.address(letter.to());
    var message = new LetterMessage(session, from, letter, clock.instant());
    var transport = session.getTransport("smtp");
    try {
      transport.connect(server.host(), server.port(), server.user(), server.password());
      transport.sendMessage(message, new Address[] {to});
      return new Delivery.Accepted();
    } finally {
      close(transport);
    }
  }

  /// What the server says after it has taken the letter changes nothing.
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException alreadyClosed) {
      // As a connection that broke is.
    }
  }
}
