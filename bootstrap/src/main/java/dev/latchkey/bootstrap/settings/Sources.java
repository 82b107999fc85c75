package dev.latchkey.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where settings are looked for: environment variables, properties such as `latchkey.public-url`,
/// and, for each of the two, a file named by `…_FILE` or `…-file`.
///
/// @param environment by name
public record Sources(Map<String, String> environment, Properties properties) {

  public Sources {
    environment = Map.copyOf(environment);
  }

  /// Properties by name.
  @FunctionalInterface
  public interface Properties {
    /// The property's value; null where it is not set.
    @Nullable String find(String name);
  }

  /// The environment and the system properties of this process.
  public static Sources ofProcess() {
    return new Sources(System.getenv(), System::getProperty);
  }

  /// Environment variables alone.
  public static Sources of(Map<String, String> environment) {
    return new Sources(environment, property -> null);
  }

  /// Text that was found, or why it could not be read.
  ///
  /// @param label how the place is called in a message
  record Found(String label, String text, boolean readable) {
    @Override
    public String toString() {
      return "Found[" + label + "]";
    }
  }

  List<Found> find(Setting.Spelling<?> spelling) {
    var found = new ArrayList<Found>();
    add(found, spelling.name(), environment.get(spelling.name()));
    addFile(found, spelling.name() + "_FILE", environment.get(spelling.name() + "_FILE"));
    add(found, spelling.property(), properties.find(spelling.property()));
    addFile(found, spelling.property() + "-file", properties.find(spelling.property() + "-file"));
    return found;
  }

  private static void add(List<Found> found, String label, @Nullable String text) {
    if (text != null) {
      found.add(new Found(label, text, true));
    }
  }

  private static void addFile(List<Found> found, String label, @Nullable String file) {
    if (file == null || file.isEmpty()) {
      return;
    }
    try {
      found.add(new Found(label, withoutNewline(Files.readString(Path.of(file))), true));
    } catch (IOException | InvalidPathException e) {
      found.add(new Found(label, file, false));
    }
  }

  private static String withoutNewline(String text) {
    return text.endsWith("\r\n")
        ? text.substring(0, text.length() - 2)
        : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /// Without the values, some of which are secrets.
  @Override
  public String toString() {
    return "Sources" + environment.keySet();
  }
}
