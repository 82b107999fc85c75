package dev.latchkey.bootstrap.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// A connection that is kept open from request to request and never blocks.
final class Wire implements AutoCloseable {
  private final int port;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Answer answer = new Answer();
  private ByteBuffer request = ByteBuffer.allocate(0);
  private long askedAt;

  Wire(int port, Selector selector, Demand demand) throws IOException {
    this.port = port;
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    key = channel.register(selector, SelectionKey.OP_CONNECT, new Use(this, demand));
  }

  /// One like this, opened anew: closes this one.
  Wire another() throws IOException {
    close();
    return new Wire(port, key.selector(), ((Use) key.attachment()).demand());
  }

  /// Which demand it serves.
  record Use(Wire wire, Demand demand) {}

  /// Sends it as soon as may be.
  ///
  /// @param at the time, in nanoseconds, that the answer is counted from
  void ask(ByteBuffer next, long at) throws IOException {
    request = next.duplicate();
    askedAt = at;
    answer.clear();
    if (channel.isConnected()) {
      send();
    }
  }

  private void send() throws IOException {
    channel.write(request);
    var next = request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    if (key.interestOps() != next) {
      key.interestOps(next);
    }
  }

  /// Goes on with what the selector says can be gone on with.
  ///
  /// @return whether an answer is complete
  boolean proceed() throws IOException {
    if (key.isReadable()) {
      if (channel.read(answer.buffer()) < 0) {
        throw new EOFException("the service closed the connection");
      }
      return answer.isComplete();
    }
    if (key.isConnectable()) {
      channel.finishConnect();
    }
    send();
    return false;
  }

  Answer answer() {
    return answer;
  }

  long askedAt() {
    return askedAt;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
