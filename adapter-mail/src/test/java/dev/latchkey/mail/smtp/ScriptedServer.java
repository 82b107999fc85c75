package dev.latchkey.mail.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// An SMTP server that answers as it is told to.
final class ScriptedServer implements AutoCloseable {
  /// Ends the connection instead of answering.
  static final String HANG_UP = "hang up";

  /// Says nothing.
  static final String SILENCE = "silence";

  /// What it is told to answer; null for the usual answer.
  @FunctionalInterface
  interface Answers {
    @Nullable String to(String line);
  }

  private final ServerSocket socket;
  private final Answers answers;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger messages = new AtomicInteger();
  private final int pauseMillis;

  private ScriptedServer(int pauseMillis, Answers answers) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.answers = answers;
    this.pauseMillis = pauseMillis;
    Thread.ofVirtual().start(this::serve);
  }

  /// @param answers asked with `greeting` for a new connection, and with `message` for the end of a
  ///   message
  static ScriptedServer answering(Answers answers) throws IOException {
    return new ScriptedServer(0, answers);
  }

  /// Sends a byte at a time, with pauses.
  static ScriptedServer slow(int pauseMillis) throws IOException {
    return new ScriptedServer(pauseMillis, line -> null);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// Every line of every client but the messages.
  List<String> heard() {
    return heard;
  }

  /// How many messages have come in whole.
  int messages() {
    return messages.get();
  }

  private void serve() {
    try {
      while (true) {
        var client = socket.accept();
        Thread.ofVirtual().start(() -> converse(client));
      }
    } catch (IOException closed) {
      // As it is at the end of a test.
    }
  }

  private void converse(Socket client) {
    try (client) {
      var in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
      var out = client.getOutputStream();
      answer(out, "greeting", "220 ready");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        var verb = line.split("[ :]", 2)[0];
        if (verb.equals("DATA") && answers.to(line) == null) {
          answer(out, line, "354 go ahead");
          receive(in);
          messages.incrementAndGet();
          answer(out, "message", "250 taken");
        } else {
          answer(out, line, verb.equals("QUIT") ? "221 bye" : "250 fine");
        }
      }
    } catch (IOException gone) {
      // As clients go.
    }
  }

  private static void receive(BufferedReader in) throws IOException {
    for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("a message without an end");
      }
    }
  }

  private void answer(OutputStream out, String line, String usual) throws IOException {
    var scripted = answers.to(line);
    var answer = scripted == null ? usual : scripted;
    if (answer.equals(HANG_UP)) {
      throw new IOException(HANG_UP);
    }
    if (answer.equals(SILENCE)) {
      return;
    }
    for (var octet : (answer + "\r\n").getBytes(ISO_8859_1)) {
      pause();
      out.write(octet);
      out.flush();
    }
  }

  private void pause() throws IOException {
    try {
      Thread.sleep(pauseMillis);
    } catch (InterruptedException e) {
      throw new IOException(e);
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
