package dev.latchkey.bootstrap.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Asks one thing at a time and waits for the answer.
public final class Client implements AutoCloseable {
  private final SocketChannel channel;

  public Client(int port) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  public Answer ask(ByteBuffer request) throws IOException {
    channel.write(request.duplicate());
    var answer = new Answer();
    answer.clear();
    while (!answer.isComplete()) {
      if (channel.read(answer.buffer()) < 0) {
        throw new EOFException("the service closed the connection");
      }
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
