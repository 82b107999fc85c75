package dev.latchkey.bootstrap.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// What comes back on a connection: the bytes of one response at a time (RFC 9112). Finds the end
/// of it and little else, so that who loads the service takes little of the processor.
public final class Answer {
  private static final int ROOM = 64 * 1024;
  private static final byte[] LENGTH = "content-length:".getBytes(UTF_8);
  private static final byte[] RETRY = "retry-after:".getBytes(UTF_8);
  private static final byte[] CLOSE = "connection: close".getBytes(UTF_8);

  private final byte[] bytes = new byte[ROOM];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
  private int bodyAt;
  private int length;
  private boolean retry;
  private boolean last;

  /// Where the next bytes go.
  ByteBuffer buffer() {
    return buffer;
  }

  /// Makes room for the next response.
  void clear() {
    buffer.clear();
    bodyAt = 0;
    length = 0;
    retry = false;
    last = false;
  }

  /// Whether all of it is here.
  boolean isComplete() {
    return (bodyAt > 0 || hasHead()) && buffer.position() >= bodyAt + length;
  }

  private boolean hasHead() {
    var line = 0;
    for (var i = 0; i < buffer.position(); i++) {
      if (bytes[i] == '\n') {
        if (i - line <= 1) {
          bodyAt = i + 1;
          return true;
        }
        field(line);
        line = i + 1;
      }
    }
    return false;
  }

  private void field(int at) {
    switch (bytes[at] | 0x20) {
      case 'c' -> {
        if (begins(at, LENGTH)) {
          length = number(at + LENGTH.length);
        }
        last |= begins(at, CLOSE);
      }
      case 'r' -> retry |= begins(at, RETRY);
      default -> {}
    }
  }

  private boolean begins(int at, byte[] lowerCase) {
    for (var i = 0; i < lowerCase.length; i++) {
      if ((bytes[at + i] | 0x20) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  private int number(int from) {
    var number = 0;
    for (var i = from; bytes[i] != '\r'; i++) {
      number = bytes[i] == ' ' ? number : number * 10 + bytes[i] - '0';
    }
    return number;
  }

  public int status() {
    return number3(9);
  }

  private int number3(int at) {
    return (bytes[at] - '0') * 100 + (bytes[at + 1] - '0') * 10 + bytes[at + 2] - '0';
  }

  boolean tellsWhenToRetry() {
    return retry;
  }

  boolean isLast() {
    return last;
  }

  public String body() {
    return new String(bytes, bodyAt, length, UTF_8);
  }

  /// A member of the body whose value is text without escapes, such as a token.
  public String text(String member) {
    var body = body();
    var before = "\"" + member + "\":\"";
    var begin = body.indexOf(before) + before.length();
    if (begin < before.length()) {
      throw new IllegalStateException("no " + member + ": " + body);
    }
    return body.substring(begin, body.indexOf('"', begin));
  }
}
