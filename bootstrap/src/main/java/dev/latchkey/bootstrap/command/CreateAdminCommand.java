package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.user.EmailAddress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Makes an administrator, also while the service runs.
@Command(
    name = "create-admin",
    description = {
      "Makes an administrator, also while the service runs.",
      "The password is asked for on a terminal, or read from --password-file or standard input;"
          + " never from an argument, which others on the machine could see."
    },
    mixinStandardHelpOptions = true)
public final class CreateAdminCommand implements Callable<Integer> {
  private final Preparation preparation;
  private final Creation creation;
  private final PasswordEntry entry;
  private final PrintWriter output;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--email", required = true, description = "The address to log in with.")
  private String email = "";

  @Option(names = "--password-file", description = "A file with the password on its first line.")
  private @Nullable Path passwordFile;

  public CreateAdminCommand(
      Preparation preparation, Creation creation, PasswordEntry entry, PrintWriter output) {
    this.preparation = preparation;
    this.creation = creation;
    this.entry = entry;
    this.output = output;
  }

  @Override
  public Integer call() {
    var address = EmailAddress.parse(email).orElseThrow(() -> misuse("That is no e-mail address."));
    var password =
        entry
            .read(passwordFile)
            .orElseThrow(() -> misuse("No password was given, or two that differ."));
    return preparation.withDatabase(
        (settings, database) -> print(creation.create(settings, database, address, password)));
  }

  private int print(Created created) {
    output.println(created.message());
    output.flush();
    return created.done() ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  private ParameterException misuse(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  /// Makes the administrator, by the same rules as a registration.
  @FunctionalInterface
  public interface Creation {
    Created create(
        Settings settings, DatabaseAccess database, EmailAddress email, RawPassword password);
  }

  /// What became of it.
  ///
  /// @param done whether there is an administrator of that address and password now
  /// @param message a sentence to print
  public record Created(boolean done, String message) {}
}
