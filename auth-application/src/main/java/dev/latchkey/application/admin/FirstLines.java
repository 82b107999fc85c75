package dev.latchkey.application.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// On which line each key was met first. Keeps 64 bits of a digest and the line's number instead of
/// the key, some 20 to 50 bytes in all, so that millions of lines fit.
final class FirstLines {
  private static final int SMALLEST = 1 << 10;

  private final MessageDigest sha256 = sha256();
  private long[] digests = new long[SMALLEST];
  private long[] lines = new long[SMALLEST];
  private int size;

  /// The line that had this key before; where none had, notes this one and gives 0.
  long put(String key, long line) {
    if (2 * size >= digests.length) {
      grow();
    }
    var digest = digest(key);
    var place = place(digest);
    if (lines[place] == 0) {
      digests[place] = digest;
      lines[place] = line;
      size++;
      return 0;
    }
    return lines[place];
  }

  private long digest(String key) {
    var bytes = sha256.digest(key.getBytes(StandardCharsets.UTF_8));
    var digest = 0L;
    for (var i = 0; i < Long.BYTES; i++) {
      digest = (digest << Byte.SIZE) | (bytes[i] & 0xff);
    }
    return digest;
  }

  private int place(long digest) {
    var mask = digests.length - 1;
    var place = (int) digest & mask;
    while (lines[place] != 0 && digests[place] != digest) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    var oldDigests = digests;
    var oldLines = lines;
    digests = new long[2 * oldDigests.length];
    lines = new long[2 * oldLines.length];
    for (var i = 0; i < oldLines.length; i++) {
      if (oldLines[i] != 0) {
        var place = place(oldDigests[i]);
        digests[place] = oldDigests[i];
        lines[place] = oldLines[i];
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
