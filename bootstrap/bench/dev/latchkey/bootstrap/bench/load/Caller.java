package dev.latchkey.bootstrap.bench.load;

import java.nio.ByteBuffer;

/// What one caller asks, one request after the other.
@FunctionalInterface
public interface Caller {

  ByteBuffer next();

  /// Learns from an answer what to ask next.
  default void answered(Answer answer) {}

  /// Asks the same again and again.
  static Caller of(ByteBuffer request) {
    return () -> request;
  }
}
