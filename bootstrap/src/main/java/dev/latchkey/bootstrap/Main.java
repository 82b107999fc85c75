package dev.latchkey.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.bootstrap.command.AotCacheCommand;
import dev.latchkey.bootstrap.command.CreateAdminCommand;
import dev.latchkey.bootstrap.command.CreateClientCommand;
import dev.latchkey.bootstrap.command.ExportSchemaCommand;
import dev.latchkey.bootstrap.command.ExportUsersCommand;
import dev.latchkey.bootstrap.command.HashCalibrateCommand;
import dev.latchkey.bootstrap.command.ImportUsersCommand;
import dev.latchkey.bootstrap.command.Latchkey;
import dev.latchkey.bootstrap.command.MigrateCommand;
import dev.latchkey.bootstrap.command.PasswordEntry;
import dev.latchkey.bootstrap.command.Preparation;
import dev.latchkey.bootstrap.command.RotateKeysCommand;
import dev.latchkey.bootstrap.command.SeedCommand;
import dev.latchkey.bootstrap.command.ServeCommand;
import dev.latchkey.bootstrap.command.Streams;
import dev.latchkey.bootstrap.launch.AotCache;
import dev.latchkey.bootstrap.launch.Rehearsal;
import dev.latchkey.bootstrap.settings.Sources;
import dev.latchkey.bootstrap.wiring.Context;
import dev.latchkey.persistence.Migrations;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;

/// Puts the command line together from the wired parts and runs it.
public final class Main {
  private Main() {}

  /// Runs a command and exits with its status.
  public static void main(String[] args) {
    System.exit(run(Sources.ofProcess(), writer(System.out), writer(System.err), args));
  }

  /// Runs a command to its end.
  ///
  /// @param sources where its settings are looked for
  /// @param errors where messages for whoever runs it go
  /// @return its exit status
  public static int run(
      Sources sources, PrintWriter output, PrintWriter errors, String... arguments) {
    var preparation = new Preparation(sources, errors);
    var serve = new ServeCommand(preparation, new HttpService(output));
    return Latchkey.run(serve, () -> commandLine(serve, preparation, output, errors), arguments);
  }

  private static CommandLine commandLine(
      ServeCommand serve, Preparation preparation, PrintWriter output, PrintWriter errors) {
    var streams = Streams.ofProcess(output, errors);
    return Latchkey.of(
        serve,
        new MigrateCommand(
            preparation, access -> Migrations.apply(Context.database(access)), output),
        new CreateAdminCommand(preparation, new AdminCreation(), PasswordEntry.ofProcess(), output),
        new CreateClientCommand(preparation, new ClientProvision(), output),
        new ImportUsersCommand(preparation, new UserImport(), streams),
        new ExportUsersCommand(preparation, new UserExport(), streams),
        new RotateKeysCommand(preparation, new KeyRotation(), output),
        new SeedCommand(preparation, DemoUsers::make, output),
        new HashCalibrateCommand(output),
        new AotCacheCommand(Main::makeAotCache, output, errors),
        new ExportSchemaCommand(Migrations::script, output));
  }

  private static String makeAotCache() throws IOException, InterruptedException {
    var cache = AotCache.ofProcess();
    if (cache == null) {
      throw new IOException("Start the command as java -jar latchkey.jar aot-cache");
    }
    new Rehearsal(cache).run();
    return cache.file().toString();
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, UTF_8);
  }
}
