package dev.latchkey.bootstrap.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The server's programs, as they come with the service.
final class ServerArchive {
  private static final int EXECUTABLE = 0100;

  private ServerArchive() {}

  /// Such as 18.6.0.
  static String version() throws IOException {
    var properties = new Properties();
    try (var resource = ServerArchive.class.getResourceAsStream("server.properties")) {
      properties.load(resource);
    }
    return properties.getProperty("version");
  }

  /// Unpacks the programs, whole or not at all. Does nothing where they are already there.
  static void unpackTo(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    var draft = folder.resolveSibling(folder.getFileName() + ".new");
    delete(draft);
    var name = "/postgres-%s-%s.txz".formatted(system(), processor());
    try (var resource = ServerArchive.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new EmbeddedDatabaseFailure(
            "This build of Latchkey has no PostgreSQL for %s. Set DATABASE_URL."
                .formatted(system() + " on " + processor()));
      }
      unpack(new XZInputStream(new BufferedInputStream(resource)), draft);
    }
    Files.move(draft, folder);
  }

  private static void unpack(InputStream tar, Path folder) throws IOException {
    try (var archive = new TarArchiveInputStream(tar)) {
      for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("The archive reaches outside its folder.");
        }
        unpack(archive, entry, file);
      }
    }
  }

  private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(archive, file);
      if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true)) {
        throw new IOException("The system lets no program run from " + file.getParent());
      }
    }
  }

  /// Deletes a folder with everything in it, where it is there.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String system() {
    var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
  }

  private static String processor() {
    var name = System.getProperty("os.arch");
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> name;
    };
  }
}
