package dev.latchkey.bootstrap;

import dev.latchkey.application.admin.ExportUsers;
import dev.latchkey.bootstrap.command.ExportUsersCommand;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.transfer.UserWriter;
import dev.latchkey.bootstrap.wiring.Context;
import java.io.Writer;

/// What `export-users` does.
final class UserExport implements ExportUsersCommand.Export {

  @Override
  public long run(Settings settings, DatabaseAccess database, Writer writer) {
    // The log goes to standard output, where the users may go as well.
    System.setOut(System.err);
    try (var context = Context.open(settings, database)) {
      var lines = new UserWriter(writer);
      context.getBean(ExportUsers.class).exportAll(lines);
      return lines.count();
    }
  }
}
