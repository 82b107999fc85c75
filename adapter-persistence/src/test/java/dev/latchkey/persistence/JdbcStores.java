package dev.latchkey.persistence;

import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.port.SecretStore;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.UserId;
import io.micronaut.context.ApplicationContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The stores of one database, as the service makes them.
public final class JdbcStores implements AutoCloseable {
  private final Database database;
  private final ApplicationContext context;

  private JdbcStores(Database database, Map<String, Object> settings) {
    this.database = database;
    this.context = Postgres.start(database, settings);
  }

  /// Stores on a new database.
  public static JdbcStores open() {
    return on(Postgres.createMigrated());
  }

  /// Stores on this database.
  public static JdbcStores on(Database database) {
    return on(database, Map.of());
  }

  /// Stores on this database, with settings of Micronaut that differ from the usual.
  public static JdbcStores on(Database database, Map<String, Object> settings) {
    return new JdbcStores(database, settings);
  }

  public Database database() {
    return database;
  }

  public ApplicationContext context() {
    return context;
  }

  public UserStore users() {
    return context.getBean(UserStore.class);
  }

  public SessionStore sessions() {
    return context.getBean(SessionStore.class);
  }

  public TicketStore tickets() {
    return context.getBean(TicketStore.class);
  }

  public ApiKeyStore apiKeys() {
    return context.getBean(ApiKeyStore.class);
  }

  public SecretStore secrets() {
    return context.getBean(SecretStore.class);
  }

  public AuditLog audit() {
    return context.getBean(AuditLog.class);
  }

  /// What the audit keeps about a user, the oldest first.
  public List<AuditEvent> events(UserId user) {
    return Postgres.rows(
        database,
        "SELECT * FROM auth.audit WHERE user_id = '" + user + "' ORDER BY id",
        JdbcStores::event);
  }

  private static AuditEvent event(ResultSet row) throws SQLException {
    var actor = row.getObject("actor_id", UUID.class);
    var session = row.getObject("session_id", UUID.class);
    var key = row.getObject("api_key_id", UUID.class);
    return new AuditEvent(
        EventKind.find(row.getString("kind")).orElseThrow(),
        row.getTimestamp("at").toInstant(),
        new Origin(row.getString("request_id"), client(row)),
        actor == null ? null : new UserId(actor),
        new UserId(row.getObject("user_id", UUID.class)),
        session == null ? null : new SessionId(session),
        key == null ? null : new ApiKeyId(key),
        row.getString("detail"));
  }

  private static Client client(ResultSet row) throws SQLException {
    return new Client(row.getString("ip"), row.getString("user_agent"));
  }

  /// The mails that wait to be sent about a user, the oldest first.
  public List<Mail> mails(UserId user) {
    return Postgres.rows(
        database,
        "SELECT * FROM auth.outbox WHERE user_id = '" + user + "' ORDER BY id",
        JdbcStores::mail);
  }

  private static Mail mail(ResultSet row) throws SQLException {
    var ticket = row.getObject("ticket_id", UUID.class);
    var name = row.getString("name");
    return new Mail(
        MailKind.valueOf(row.getString("kind")),
        EmailAddress.parse(row.getString("recipient")).orElseThrow(),
        new UserId(row.getObject("user_id", UUID.class)),
        name == null ? null : new DisplayName(name),
        ticket == null ? null : new TicketId(ticket),
        client(row),
        row.getTimestamp("created_at").toInstant());
  }

  /// The user's ticket of this purpose.
  public Optional<Ticket> ticket(UserId user, TicketPurpose purpose) {
    return Postgres.rows(
            database,
            "SELECT * FROM auth.ticket WHERE user_id = '%s' AND purpose = '%s'"
                .formatted(user, purpose),
            JdbcStores::ticket)
        .stream()
        .findFirst();
  }

  private static Ticket ticket(ResultSet row) throws SQLException {
    var hash = row.getString("password_hash");
    return new Ticket(
        new TicketId(row.getObject("id", UUID.class)),
        TicketPurpose.valueOf(row.getString("purpose")),
        new UserId(row.getObject("user_id", UUID.class)),
        EmailAddress.parse(row.getString("email")).orElseThrow(),
        hash == null ? null : new PasswordHash(hash),
        TokenDigest.ofBytes(row.getBytes("digest")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }

  public RateLimits limits() {
    return context.getBean(RateLimits.class);
  }

  /// Why a session was ended, which the port tells nobody.
  public Optional<EndReason> endReason(SessionId id) {
    return Postgres.query(
            database, "SELECT revoke_reason FROM auth.session WHERE id = '" + id + "'")
        .map(EndReason::valueOf);
  }

  /// How many deadlocks the server had to break so far, complete once the stores are closed.
  public int deadlocks() {
    return Postgres.query(
            database, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        .map(Integer::parseInt)
        .orElseThrow();
  }

  @Override
  public void close() {
    context.close();
  }
}
