package dev.latchkey.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The password that the server is reached with: 256 random bits, made once, in a file that only
/// the owner can read.
record ServerPassword(String reveal) {
  private static final int BYTES = 32;

  /// The password in this file, made and written where there is none yet.
  static ServerPassword keep(Path file) throws IOException {
    try {
      return read(file);
    } catch (NoSuchFileException firstStart) {
      var random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      ServerFiles.write(file, HexFormat.of().formatHex(random) + "\n");
      return read(file);
    }
  }

  static ServerPassword read(Path file) throws IOException {
    return new ServerPassword(Files.readString(file).strip());
  }

  @Override
  public String toString() {
    return "ServerPassword[***]";
  }
}
