package dev.latchkey.application.admin;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.HashFormats;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.UserTransfer;
import dev.latchkey.domain.user.RolePolicy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes users in from another system, for the operator of the deployment. Not for any call from
/// outside: roles and verified addresses are taken at their word.
public final class ImportUsers {
  private final UserTransfer users;
  private final HashFormats hashes;
  private final RolePolicy roles;
  private final Ids ids;
  private final InstantSource clock;

  public ImportUsers(
      UserTransfer users, HashFormats hashes, RolePolicy roles, Ids ids, InstantSource clock) {
    this.users = users;
    this.hashes = hashes;
    this.roles = roles;
    this.ids = ids;
    this.clock = clock;
  }

  /// Imports line after line, a batch to a transaction, and holds no more than a batch of them in
  /// memory. A user whose id or address is there already is skipped and left as it is, so that an
  /// import which was cut off can be run again. Of two lines with one id, address or username, the
  /// later is refused.
  ///
  /// @param dryRun reports the same, and changes nothing
  /// @param report gets what became of each line, in their order; of lines whose batch failed it
  ///   gets nothing
  public void importAll(Iterator<UserLine> lines, boolean dryRun, Consumer<LineOutcome> report) {
    var firstLines = new FirstLines();
    var pending = new ArrayList<Pending>();
    while (lines.hasNext()) {
      pending.add(prepare(lines.next(), firstLines));
      if (pending.size() == UserTransfer.MAX_BATCH) {
        settle(pending, dryRun, report);
        pending.clear();
      }
    }
    settle(pending, dryRun, report);
  }

  /// A line on its way: with a user, or with what is wrong with it.
  private record Pending(long line, @Nullable Credentials user, List<Violation> violations) {
    private String who() {
      return user == null ? "" : user.user().email().display();
    }

    private LineOutcome ended(LineOutcome.Result result) {
      return new LineOutcome(line, result, who(), violations);
    }

    private LineOutcome refused(List<Violation> why) {
      return new LineOutcome(line, LineOutcome.Result.REFUSED, who(), why);
    }
  }

  private Pending prepare(UserLine line, FirstLines firstLines) {
    if (line instanceof UserLine.Unreadable unreadable) {
      return new Pending(
          line.number(),
          null,
          List.of(fault("line", Violation.Code.INVALID_TYPE, unreadable.why())));
    }
    var reader = new LineReader(hashes, roles, ids, clock.instant());
    var user = reader.read((UserLine.Given) line);
    return user == null
        ? new Pending(line.number(), null, reader.violations())
        : new Pending(line.number(), user, repetitions(user, line.number(), firstLines));
  }

  private static List<Violation> repetitions(
      Credentials credentials, long line, FirstLines firstLines) {
    var user = credentials.user();
    var found = new ArrayList<Violation>();
    note("id", firstLines.put("id " + user.id(), line), found);
    note("email", firstLines.put("email " + user.email().canonical(), line), found);
    var username = user.profile().username();
    if (username != null) {
      note("username", firstLines.put("username " + username, line), found);
    }
    return found;
  }

  private static void note(String field, long before, List<Violation> found) {
    if (before != 0) {
      var detail = "The same as on line %d.".formatted(before);
      found.add(fault(field, Violation.Code.CONFLICTING_FIELDS, detail));
    }
  }

  private void settle(List<Pending> pending, boolean dryRun, Consumer<LineOutcome> report) {
    var batch = new ArrayList<Credentials>();
    for (var line : pending) {
      if (line.user() != null && line.violations().isEmpty()) {
        batch.add(line.user());
      }
    }
    var arrivals = (dryRun ? users.probe(batch) : users.add(batch, this::event)).iterator();
    for (var line : pending) {
      report.accept(
          line.user() == null || !line.violations().isEmpty()
              ? line.refused(line.violations())
              : outcome(line, arrivals.next()));
    }
  }

  private AuditEvent event(int added) {
    return AuditEvent.of(EventKind.USERS_IMPORTED, clock.instant(), Origin.UNKNOWN)
        .saying("%d users".formatted(added));
  }

  private static LineOutcome outcome(Pending line, UserTransfer.Arrival arrival) {
    return switch (arrival) {
      case ADDED -> line.ended(LineOutcome.Result.IMPORTED);
      case ID_TAKEN, EMAIL_TAKEN -> line.ended(LineOutcome.Result.SKIPPED);
      case USERNAME_TAKEN ->
          line.refused(
              List.of(
                  fault(
                      "username",
                      Violation.Code.CONFLICTING_FIELDS,
                      "Another user has this username.")));
    };
  }

  private static Violation fault(String field, Violation.Code code, String detail) {
    return new Violation(field, code, detail);
  }
}
