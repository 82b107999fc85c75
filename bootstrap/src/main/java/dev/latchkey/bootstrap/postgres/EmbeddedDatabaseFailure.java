package dev.latchkey.bootstrap.postgres;

/// The embedded PostgreSQL cannot be had. The message is one sentence or two for whoever starts the
/// service: what is the matter, and what to do.
public final class EmbeddedDatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedDatabaseFailure(String message) {
    super(message);
  }

  EmbeddedDatabaseFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
