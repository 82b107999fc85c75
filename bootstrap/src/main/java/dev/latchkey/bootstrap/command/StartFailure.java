package dev.latchkey.bootstrap.command;

/// A command cannot do its work here. The message is one sentence or two for whoever runs it: what
/// is the matter, and what to do.
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
