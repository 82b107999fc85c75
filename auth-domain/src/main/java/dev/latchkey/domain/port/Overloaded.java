package dev.latchkey.domain.port;

import java.time.Duration;

/// More is asked for than the machine can do. Nothing was done. Without a stack trace, since it
/// comes in floods, and where it is thrown from tells nothing.
public final class Overloaded extends Unavailable {
  private static final long serialVersionUID = 1L;

  public Overloaded(String what, Duration retryAfter) {
    super(what, retryAfter);
  }
}
