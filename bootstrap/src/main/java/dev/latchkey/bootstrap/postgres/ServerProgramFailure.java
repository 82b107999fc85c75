package dev.latchkey.bootstrap.postgres;

import java.io.IOException;

/// A program of the server ended with an error.
final class ServerProgramFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final String output;

  ServerProgramFailure(String program, String output) {
    super(program + " failed: " + output.strip());
    this.output = output;
  }

  /// Whether children of an earlier server are still there.
  boolean isAboutSharedMemory() {
    return output.contains("pre-existing shared memory block");
  }
}
