package dev.latchkey.bootstrap.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads lines as bytes, and never holds more than one of them, nor more of it than the bound.
final class BoundedLines {
  /// The most bytes that a line may have.
  static final int MAX_LENGTH = 64 * 1024;

  private static final int BUFFER = 64 * 1024;
  private static final int END = -1;

  private final InputStream input;
  private long number;

  BoundedLines(InputStream input) {
    this.input = new BufferedInputStream(input, BUFFER);
  }

  /// The following line without its end; null where there is none.
  @Nullable Line next() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var length = 0L;
    var next = input.read();
    if (next == END) {
      return null;
    }
    for (; next != END && next != '\n'; next = input.read()) {
      length++;
      if (length <= MAX_LENGTH) {
        bytes.write(next);
      }
    }
    number++;
    return new Line(number, bytes.toByteArray(), length > MAX_LENGTH);
  }

  /// One line.
  ///
  /// @param number 1 for the first
  /// @param bytes the beginning of it where it is too long
  record Line(long number, byte[] bytes, boolean isTooLong) {}
}
