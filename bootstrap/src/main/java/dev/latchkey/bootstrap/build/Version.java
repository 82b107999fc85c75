package dev.latchkey.bootstrap.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which Latchkey this is.
public final class Version {
  private Version() {}

  /// Such as `1.2.0`.
  public static String number() {
    var properties = new Properties();
    try (var resource =
        Version.class.getResourceAsStream("/dev/latchkey/bootstrap/version.properties")) {
      properties.load(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
