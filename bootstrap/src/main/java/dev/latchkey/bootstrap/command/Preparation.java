package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.log.Logging;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabaseFailure;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.settings.SettingsReading;
import dev.latchkey.bootstrap.settings.Sources;
import java.io.PrintWriter;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import org.flywaydb.core.api.FlywayException;

/// What comes before a command's own work: the settings and the database. What is wrong with them
/// ends the command with a message and an exit status; only a defect of ours has a stack trace.
public final class Preparation {
  private final Sources sources;
  private final PrintWriter errors;

  /// @param errors where messages for whoever runs the command go
  public Preparation(Sources sources, PrintWriter errors) {
    this.sources = sources;
    this.errors = errors;
  }

  /// Runs the work with settings that were checked.
  int withSettings(ToIntFunction<Settings> work) {
    var reading = Settings.read(sources);
    reading.warnings().forEach(warning -> errors.println("Warning: " + warning));
    var status =
        switch (reading) {
          case SettingsReading.Accepted(var settings, var _) -> {
            Logging.apply(settings.log());
            yield guarded(work, settings);
          }
          case SettingsReading.Refused refused -> {
            errors.println(refused.message());
            yield ExitStatus.MISCONFIGURED;
          }
        };
    errors.flush();
    return status;
  }

  /// Runs the work with a database, which a service may be using at the same time.
  int withDatabase(ToIntBiFunction<Settings, DatabaseAccess> work) {
    return withSettings(settings -> {
      try (var database = OpenDatabase.join(settings)) {
        return work.applyAsInt(settings, database.access());
      }
    });
  }

  private int guarded(ToIntFunction<Settings> work, Settings settings) {
    try {
      return work.applyAsInt(settings);
    } catch (EmbeddedDatabaseFailure | StartFailure failure) {
      errors.println(failure.getMessage());
      return ExitStatus.UNAVAILABLE;
    } catch (RuntimeException failure) {
      var refusal = DatabaseRefusal.in(failure);
      if (refusal.isPresent()) {
        errors.println(refusal.get().sentence());
        return ExitStatus.UNAVAILABLE;
      }
      if (failure instanceof FlywayException) {
        errors.println("The schema cannot be brought up to date: " + failure.getMessage());
        return ExitStatus.UNAVAILABLE;
      }
      throw failure;
    }
  }
}
