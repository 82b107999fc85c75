package dev.latchkey.application.admin;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.UserTransfer;
import dev.latchkey.domain.user.UserId;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gives all users out with their password hashes, for the operator of the deployment. Not for any
/// call from outside.
public final class ExportUsers {
  private final UserTransfer users;
  private final AuditLog audit;
  private final InstantSource clock;

  public ExportUsers(UserTransfer users, AuditLog audit, InstantSource clock) {
    this.users = users;
    this.audit = audit;
    this.clock = clock;
  }

  /// Notes the export in the audit, and then gives user after user, and holds no more than a batch
  /// of them in memory. Whoever is there throughout is given exactly once; whoever comes or goes
  /// meanwhile, once or not at all.
  public void exportAll(Consumer<Credentials> receiver) {
    audit.append(AuditEvent.of(EventKind.USERS_EXPORTED, clock.instant(), Origin.UNKNOWN));
    @Nullable UserId last = null;
    while (true) {
      var batch = users.next(last, UserTransfer.MAX_BATCH);
      if (batch.isEmpty()) {
        return;
      }
      batch.forEach(receiver);
      last = batch.get(batch.size() - 1).user().id();
    }
  }
}
