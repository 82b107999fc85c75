package dev.latchkey.bootstrap.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Requests that come at a constant rate, whatever becomes of those before: each counts from the
/// time it was due, also where it had to wait for one of the connections.
public final class Arrivals extends Demand {
  private final int port;
  private final double perSecond;
  private final int mostConnections;
  private final Supplier<ByteBuffer> requests;
  private final Deque<Wire> free = new ArrayDeque<>();
  private @Nullable Selector selector;
  private long begin;
  private long end;
  private long sent;
  private int connections;
  private int peak;

  public Arrivals(int port, double perSecond, int mostConnections, Supplier<ByteBuffer> requests) {
    this.port = port;
    this.perSecond = perSecond;
    this.mostConnections = mostConnections;
    this.requests = requests;
  }

  @Override
  void begin(Selector opened, long now, long until) {
    selector = opened;
    begin = now;
    end = until;
  }

  @Override
  long ask(long now) throws IOException {
    while (due() <= now && due() < end) {
      var wire = wire();
      if (wire == null) {
        return Long.MAX_VALUE;
      }
      wire.ask(requests.get(), due());
      tally().late(now - due());
      sent++;
    }
    return due();
  }

  private long due() {
    return begin + (long) (sent * 1e9 / perSecond);
  }

  private @Nullable Wire wire() throws IOException {
    if (!free.isEmpty() || selector == null || connections == mostConnections) {
      return free.poll();
    }
    peak = Math.max(peak, ++connections);
    return new Wire(port, selector, this);
  }

  @Override
  void answered(Wire wire, long now) {
    tally().answered(wire.answer(), now - wire.askedAt());
    if (wire.answer().isLast()) {
      wire.close();
      connections--;
    } else {
      free.push(wire);
    }
  }

  @Override
  void failed(Wire wire, IOException failure) {
    connections--;
    if (!free.remove(wire)) {
      tally().other(failure.toString());
    }
  }

  @Override
  int underWay() {
    return connections - free.size();
  }

  /// How many connections it took at once.
  public int connections() {
    return peak;
  }
}
