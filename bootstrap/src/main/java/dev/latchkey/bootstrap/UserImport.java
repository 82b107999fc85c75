package dev.latchkey.bootstrap;

import dev.latchkey.application.admin.ImportUsers;
import dev.latchkey.application.admin.LineOutcome;
import dev.latchkey.bootstrap.command.ImportUsersCommand;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.transfer.UserLines;
import dev.latchkey.bootstrap.wiring.Context;
import java.io.InputStream;
import java.util.function.Consumer;

/// What `import-users` does.
final class UserImport implements ImportUsersCommand.Import {

  @Override
  public void run(
      Settings settings,
      DatabaseAccess database,
      InputStream lines,
      boolean dryRun,
      Consumer<LineOutcome> report) {
    try (var context = Context.open(settings, database)) {
      context.getBean(ImportUsers.class).importAll(new UserLines(lines), dryRun, report);
    }
  }
}
