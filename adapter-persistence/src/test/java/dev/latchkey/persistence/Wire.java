package dev.latchkey.persistence;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The wire between driver and server: notes what passes, and can lose an answer.
///
/// It reads the messages of PostgreSQL's protocol, a letter and a length before each.
public final class Wire implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("//([^/:]+):(\\d+)/");

  private final ServerSocket entrance;
  private final String host;
  private final int port;
  private final Database database;
  private final List<Character> sent = new CopyOnWriteArrayList<>();
  private volatile boolean losesAnswers;
  private volatile boolean silent;

  public Wire(Database database) throws IOException {
    var address = address(database);
    host = address.group(1);
    port = Integer.parseInt(address.group(2));
    entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var url = address.replaceFirst("//127.0.0.1:" + entrance.getLocalPort() + "/");
    this.database = new Database(url + "&sslmode=disable", database.user(), database.password());
    start(this::accept);
  }

  private static Matcher address(Database database) {
    var matcher = ADDRESS.matcher(database.url());
    if (!matcher.find()) {
      throw new IllegalArgumentException("no host and port");
    }
    return matcher;
  }

  /// The database at the far end.
  public Database database() {
    return database;
  }

  /// Forgets what has passed.
  void forget() {
    sent.clear();
  }

  /// How often the driver waited for an answer: it ends what it sends with a `Sync`.
  long roundTrips() {
    return sent.stream().filter(type -> type == 'S').count();
  }

  /// From now on the server gets every message, and the driver no answer.
  void loseAnswers(boolean lost) {
    losesAnswers = lost;
  }

  /// From now on nothing that the server says reaches the driver, and both ends think that all is
  /// well.
  public void silence(boolean silenced) {
    silent = silenced;
  }

  private void accept() throws IOException {
    while (true) {
      var driver = entrance.accept();
      var server = new Socket(host, port);
      start(() -> pumpMessages(driver, server));
      start(() -> pumpAnswers(server, driver));
    }
  }

  private void pumpMessages(Socket driver, Socket server) throws IOException {
    try (driver;
        server) {
      var in = new DataInputStream(driver.getInputStream());
      var out = server.getOutputStream();
      forward(in, out, in.readInt());
      while (true) {
        var type = in.readByte();
        var length = in.readInt();
        sent.add((char) type);
        out.write(type);
        forward(in, out, length);
      }
    }
  }

  private static void forward(DataInputStream in, OutputStream out, int length) throws IOException {
    out.write(
        new byte[] {
          (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
        });
    out.write(in.readNBytes(length - Integer.BYTES));
    out.flush();
  }

  private void pumpAnswers(Socket server, Socket driver) throws IOException {
    try (server;
        driver) {
      var buffer = new byte[8192];
      for (var n = 0; n >= 0 && !losesAnswers; n = server.getInputStream().read(buffer)) {
        if (!silent) {
          driver.getOutputStream().write(buffer, 0, n);
        }
      }
    }
  }

  private static void start(Pump pump) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            pump.run();
          } catch (IOException closed) {
            // The other end hung up, which ends this direction too.
          }
        });
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Pump {
    void run() throws IOException;
  }
}
