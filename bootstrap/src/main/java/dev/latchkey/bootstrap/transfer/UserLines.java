package dev.latchkey.bootstrap.transfer;

import dev.latchkey.application.admin.UserLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The lines of a file of users, read one at a time. Blank lines are passed over, but counted.
public final class UserLines implements Iterator<UserLine> {
  private final BoundedLines lines;
  private @Nullable UserLine following;

  /// @param input UTF-8; not closed
  public UserLines(InputStream input) {
    lines = new BoundedLines(input);
  }

  /// @throws UncheckedIOException where the file cannot be read any further
  @Override
  public boolean hasNext() {
    if (following == null) {
      following = read();
    }
    return following != null;
  }

  @Override
  public UserLine next() {
    var next = hasNext() ? following : null;
    if (next == null) {
      throw new NoSuchElementException();
    }
    following = null;
    return next;
  }

  private @Nullable UserLine read() {
    try {
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (line.isTooLong()) {
          return new UserLine.Unreadable(line.number(), "Longer than 64 KiB.");
        }
        if (!isBlank(line.bytes())) {
          return UserJson.read(line.number(), line.bytes());
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBlank(byte[] bytes) {
    for (var each : bytes) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }
}
