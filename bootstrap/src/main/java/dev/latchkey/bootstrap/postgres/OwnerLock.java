package dev.latchkey.bootstrap.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Held by the one process that may start and stop the server. The system lets go of it when that
/// process ends, however it ends.
final class OwnerLock implements AutoCloseable {
  private final FileChannel channel;

  private OwnerLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock, unless a process holds it.
  @SuppressWarnings("resource")
  static Optional<OwnerLock> tryTake(Path file) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      // Beyond the content: on Windows what is locked cannot be read.
      if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null) {
        channel.truncate(0);
        channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
        return Optional.of(new OwnerLock(channel));
      }
    } catch (OverlappingFileLockException heldHere) {
      // By this very process, then.
    }
    channel.close();
    return Optional.empty();
  }

  /// The process that took the lock last.
  static String holder(Path file) {
    try {
      return Files.readString(file, US_ASCII);
    } catch (IOException e) {
      return "unknown";
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EmbeddedDatabaseFailure(
          "The lock of the embedded PostgreSQL cannot be released.", e);
    }
  }
}
