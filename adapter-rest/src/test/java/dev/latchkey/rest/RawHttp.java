package dev.latchkey.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A bare connection, for requests that no HTTP client would send.
final class RawHttp implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 8_000;

  private final Socket socket;

  RawHttp(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An answer as it came over the wire.
  record Reply(int status, String head, String body) {

    @Nullable String header(String name) {
      return head.lines()
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse(null);
    }

    String code() {
      return Oracle.parse(body).path("code").asText();
    }
  }

  /// Sends these bytes; a server that has closed already is no error, its answer is still to be
  /// read.
  RawHttp send(byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (SocketException closed) {
      // What it answered before is what counts.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Sends this text, each line ended by CR LF.
  RawHttp send(String text) {
    return send(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Reads one answer and checks what holds of all of them; null where the connection was closed
  /// without one.
  @Nullable Reply reply() {
    var head = head();
    if (head.isEmpty()) {
      return null;
    }
    var status = Integer.parseInt(head.substring(9, 12));
    var bare = new Reply(status, head, "");
    var length = bare.header("Content-Length");
    var body = length == null ? "" : read(Integer.parseInt(length));
    var reply = new Reply(status, head, body);
    Oracle.check("", status, reply::header, body);
    return reply;
  }

  /// Reads an answer to `HEAD`, which has no body whatever its length says.
  Reply headReply() {
    var head = head();
    var reply = new Reply(Integer.parseInt(head.substring(9, 12)), head, "");
    Oracle.check("", reply.status(), reply::header, "");
    return reply;
  }

  /// Reads one answer that must be there.
  Reply answered() {
    var reply = reply();
    if (reply == null) {
      throw new AssertionError("the connection was closed without an answer");
    }
    return reply;
  }

  /// Whether the server closes the connection now, without another byte.
  boolean closes() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (SocketException reset) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the server has left the connection open so far.
  boolean isOpen() {
    try {
      socket.setSoTimeout(1);
      while (socket.getInputStream().read() >= 0) {
        // An answer may have come; only the end of the stream matters.
      }
      return false;
    } catch (SocketTimeoutException open) {
      return true;
    } catch (IOException reset) {
      return false;
    }
  }

  /// Reads to the end.
  ///
  /// @return how many bytes came
  long drain() {
    var count = 0L;
    try {
      var in = socket.getInputStream();
      var buffer = new byte[64 * 1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        count += n;
      }
    } catch (IOException reset) {
      return count;
    }
    return count;
  }

  private String head() {
    var head = new ByteArrayOutputStream();
    try {
      var in = socket.getInputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        head.write(b);
        var text = head.toString(StandardCharsets.ISO_8859_1);
        if (text.endsWith("\r\n\r\n")) {
          return text;
        }
      }
    } catch (SocketException reset) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "";
  }

  private String read(int length) {
    try {
      return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
