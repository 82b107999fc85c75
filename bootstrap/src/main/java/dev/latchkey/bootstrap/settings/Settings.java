package dev.latchkey.bootstrap.settings;

import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.RolePolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a deployment has set, checked. Shows no secret when printed.
///
/// @param management null where nothing is served without a token
/// @param home where the embedded PostgreSQL keeps its data; absolute
/// @param database null where the embedded PostgreSQL is to be used
/// @param databaseWait how long the start waits for `database`
/// @param sessionCache whether live sessions are remembered while it is heard what ends them
/// @param firstAdmin null where none is to be made
public record Settings(
    Deployment deployment,
    HttpSettings http,
    MailSettings mail,
    LogSettings log,
    @Nullable ManagementSettings management,
    Path home,
    @Nullable DatabaseAccess database,
    Duration databaseWait,
    boolean sessionCache,
    TokenSettings tokens,
    SessionPolicy sessions,
    PasswordSettings passwords,
    RolePolicy roles,
    AccountPolicy accounts,
    TicketPolicy tickets,
    HousekeepingSettings housekeeping,
    @Nullable FirstAdmin firstAdmin,
    LimitPolicy limits) {

  /// Whether mails are shown to whoever looks, instead of being sent.
  public boolean hasDevMailbox() {
    return mail.smtp() == null && deployment == Deployment.DEV;
  }

  /// Reads every setting, and finds all that is wrong at once. Reads files named by `…_FILE`,
  /// changes nothing.
  public static SettingsReading read(Sources sources) {
    var warnings = Slips.find(sources.environment().keySet());
    var values = new Values(sources);
    var checks = new Checks(values);
    var settings = checks.settings();
    var problems = values.problems();
    return settings.isPresent() && problems.isEmpty()
        ? new SettingsReading.Accepted(settings.get(), warnings)
        : new SettingsReading.Refused(problems, warnings);
  }
}
