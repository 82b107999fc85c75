package dev.latchkey.bootstrap.bench;

import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.settings.SettingsReading;
import dev.latchkey.bootstrap.settings.Sources;
import dev.latchkey.bootstrap.wiring.Context;
import dev.latchkey.domain.port.RefreshTokens;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Rotates in the store alone, on the database of the running service: no refresh can go faster.
final class RotationLimit implements AutoCloseable {
  private final EmbeddedDatabase database;
  private final ApplicationContext context;

  private RotationLimit(EmbeddedDatabase database, ApplicationContext context) {
    this.database = database;
    this.context = context;
  }

  static RotationLimit join(Path home) {
    var settings = settings(home);
    var database = EmbeddedDatabase.join(home);
    return new RotationLimit(database, Context.open(settings, database.access()));
  }

  private static Settings settings(Path home) {
    return switch (Settings.read(Sources.of(Map.of("LATCHKEY_HOME", home.toString())))) {
      case SettingsReading.Accepted accepted -> accepted.settings();
      case SettingsReading.Refused refused -> throw new IllegalStateException(refused.message());
    };
  }

  Work rotations(List<Answer> sessions) {
    return new Work(
        "`SessionStore.rotate` alone, %d threads".formatted(sessions.size()),
        sessions.stream().map(session -> rotation(session.text("refresh_token"))).toList());
  }

  private Call rotation(String token) {
    return new RotationCall(
        context, context.getBean(RefreshTokens.class).read(token).orElseThrow());
  }

  @Override
  public void close() {
    try (database) {
      context.close();
    }
  }
}
