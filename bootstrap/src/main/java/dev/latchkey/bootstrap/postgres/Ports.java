package dev.latchkey.bootstrap.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// Chooses where the server listens: at the port of last time, where that is still free.
///
/// @param file where the port of last time is noted
record Ports(Path file) {

  int next() throws IOException {
    if (Files.exists(file)) {
      var last = Files.readString(file).strip();
      if (last.matches("[0-9]{1,5}") && isFree(Integer.parseInt(last))) {
        return Integer.parseInt(last);
      }
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void remember(int port) throws IOException {
    ServerFiles.write(file, port + "\n");
  }

  static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException | IllegalArgumentException taken) {
      return false;
    }
  }
}
