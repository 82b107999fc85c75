package dev.latchkey.domain.port;

import java.time.Duration;

/// Infrastructure that a port needs cannot answer now: a lost database, a full pool, a busy hasher.
/// It says nothing about the caller, who may try the same again; an edge answers 503 with
/// `Retry-After`, never "wrong password". The outcome of a write is unknown.
public class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public Unavailable(String what, Duration retryAfter, Throwable cause) {
    super(what, cause);
    this.retryAfter = retryAfter;
  }

  /// One without a stack trace.
  Unavailable(String what, Duration retryAfter) {
    super(what, null, false, false);
    this.retryAfter = retryAfter;
  }

  /// When trying again makes sense.
  public Duration retryAfter() {
    return retryAfter;
  }
}
