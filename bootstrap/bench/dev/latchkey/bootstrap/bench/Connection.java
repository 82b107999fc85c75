package dev.latchkey.bootstrap.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A connection that is kept open from request to request (RFC 9112 section 9.3). As plain as can
/// be: what loads the service also takes its processor time.
final class Connection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port;
  private @Nullable Socket socket;
  private InputStream input = InputStream.nullInputStream();

  Connection(int port) {
    this.port = port;
  }

  Answer get(String path) throws IOException {
    return send(head("GET", path) + "\r\n");
  }

  Answer get(String path, String accessToken) throws IOException {
    return send(head("GET", path) + "Authorization: Bearer " + accessToken + "\r\n\r\n");
  }

  /// @param json of ASCII alone
  Answer post(String path, String json) throws IOException {
    return send(
        head("POST", path)
            + "Content-Type: application/json\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json);
  }

  private String head(String method, String path) {
    return method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n";
  }

  private Answer send(String request) throws IOException {
    var opened = socket == null ? open() : socket;
    opened.getOutputStream().write(request.getBytes(US_ASCII));
    return read();
  }

  private Socket open() throws IOException {
    var opened = new Socket(InetAddress.getLoopbackAddress(), port);
    opened.setTcpNoDelay(true);
    opened.setSoTimeout((int) PATIENCE.toMillis());
    input = new BufferedInputStream(opened.getInputStream());
    socket = opened;
    return opened;
  }

  private Answer read() throws IOException {
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    var length = -1;
    var last = false;
    for (var field = line(); !field.isEmpty(); field = line()) {
      var lower = field.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      last |= lower.startsWith("connection:") && lower.endsWith("close");
    }
    if (length < 0) {
      throw new IOException("an answer without Content-Length");
    }
    var body = new String(input.readNBytes(length), UTF_8);
    if (last) {
      close();
    }
    return new Answer(status, body);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var c = input.read(); c != '\n'; c = input.read()) {
      if (c < 0) {
        throw new EOFException("the service closed the connection");
      }
      line.append((char) c);
    }
    return line.substring(0, line.length() - 1);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
