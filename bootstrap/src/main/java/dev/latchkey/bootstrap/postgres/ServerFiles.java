package dev.latchkey.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Where everything of the embedded server lies. Only its owner can read any of it.
record ServerFiles(Path folder) {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /// The folder below this home, made where it is missing.
  ///
  /// @throws EmbeddedDatabaseFailure where it cannot be made, or is another user's
  static ServerFiles below(Path home) {
    var folder = home.resolve("postgres");
    try {
      // One name for one folder, however it is spelled: a running server is told by it.
      folder = Files.createDirectories(home).toRealPath().resolve("postgres");
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder, onlyOwner("rwx------"));
      }
      var owner = Files.getOwner(folder).getName();
      var user = System.getProperty("user.name");
      if (POSIX && !owner.equals(user)) {
        throw new EmbeddedDatabaseFailure(
            "The folder %s belongs to %s, but Latchkey runs as %s. Start it as %s, or set LATCHKEY_HOME."
                .formatted(folder, owner, user, owner));
      }
      return new ServerFiles(folder);
    } catch (IOException e) {
      throw new EmbeddedDatabaseFailure(
          "The folder %s cannot be used (%s). Set LATCHKEY_HOME to one that this user can write in."
              .formatted(folder, e),
          e);
    }
  }

  Path data() {
    return folder.resolve("data");
  }

  Path lock() {
    return folder.resolve("owner.lock");
  }

  Path password() {
    return folder.resolve("password");
  }

  Path servicePassword() {
    return folder.resolve("service-password");
  }

  Path port() {
    return folder.resolve("port");
  }

  Path startLog() {
    return folder.resolve("start.log");
  }

  Path serverLog() {
    return folder.resolve("server.log");
  }

  Path logs() {
    return folder.resolve("log");
  }

  Path program(String version) {
    return folder.resolve("server-" + version);
  }

  boolean hasData() {
    return Files.exists(data().resolve("PG_VERSION"));
  }

  /// Writes a file that nobody else can read, whole or not at all.
  static void write(Path file, String content) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, onlyOwner("rw-------"));
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] onlyOwner(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
