package dev.latchkey.crypto.token;

import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.ticket.TicketSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Secrets of tickets: HMAC-SHA-256 over the ticket's id, under a key of their own that is derived
/// from the deployment's secret.
public final class HmacTicketSecrets implements TicketSecrets {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final SigningSecret secret;

  public HmacTicketSecrets(SigningSecret secret) {
    this.secret = secret.derive("latchkey tickets");
  }

  @Override
  public TicketSecret write(TicketId id) {
    var input = id.toString().getBytes(StandardCharsets.US_ASCII);
    return new TicketSecret(BASE64URL.encodeToString(Hmac.sha256(secret.asKey(), input)));
  }
}
