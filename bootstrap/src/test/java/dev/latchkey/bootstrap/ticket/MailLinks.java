package dev.latchkey.bootstrap.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.crypto.token.HmacTicketSecrets;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.ticket.TicketId;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/// What the links in mails end with, read past the service: from its outbox and its secret.
public record MailLinks(DatabaseAccess database) {

  /// The secret of the last mail of this kind to an address.
  public String secretOf(String address, MailKind kind) {
    var ticket =
        one(
            "SELECT ticket_id FROM auth.outbox WHERE recipient = ? AND kind = ?"
                + " ORDER BY id DESC LIMIT 1",
            UUID.class,
            address,
            kind.name());
    var secret = one("SELECT value FROM auth.secret WHERE name = ?", byte[].class, "jwt-secret");
    return new HmacTicketSecrets(new SigningSecret(secret)).write(new TicketId(ticket)).reveal();
  }

  private <T> T one(String sql, Class<T> type, String... parameters) {
    var password = database.password().reveal();
    try (var connection = DriverManager.getConnection(database.url(), database.user(), password);
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).as(sql).isTrue();
        return type.cast(rows.getObject(1));
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
