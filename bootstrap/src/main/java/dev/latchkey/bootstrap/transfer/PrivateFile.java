package dev.latchkey.bootstrap.transfer;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A new file that only its owner can read. It has its name once it is whole; until then it lies
/// beside it under another.
public final class PrivateFile {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFile() {}

  /// Writes a file that must not exist.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException where it does
  /// @throws IOException where it cannot be written; nothing is left then
  public static void write(Path file, Content content) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    var unfinished = Files.createTempFile(folder, file.getFileName() + ".", ".part", ownerOnly());
    try {
      try (var writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
        content.writeTo(writer);
      }
      Files.move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /// What is written.
  @FunctionalInterface
  public interface Content {
    void writeTo(Writer writer) throws IOException;
  }
}
