package dev.latchkey.rest.server;

import io.netty.handler.codec.DateFormatter;
import io.netty.util.AsciiString;
import java.util.Date;

/// The time as HTTP writes it (RFC 9110 section 5.6.7), written once a second.
final class HttpClock {
  private static final long MILLIS = 1_000;

  private volatile Second second = new Second(0, AsciiString.EMPTY_STRING);

  AsciiString now() {
    var millis = System.currentTimeMillis();
    var current = second;
    if (current.number != millis / MILLIS) {
      current =
          new Second(millis / MILLIS, new AsciiString(DateFormatter.format(new Date(millis))));
      second = current;
    }
    return current.text;
  }

  private record Second(long number, AsciiString text) {}
}
