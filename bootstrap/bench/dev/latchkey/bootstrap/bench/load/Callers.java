package dev.latchkey.bootstrap.bench.load;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Callers who each ask again as soon as they have an answer, each on a connection of its own.
public final class Callers extends Demand {
  private final int port;
  private final List<? extends Caller> callers;
  private final Map<Wire, Caller> wires = new HashMap<>();
  private long end;

  public Callers(int port, List<? extends Caller> callers) {
    this.port = port;
    this.callers = callers;
  }

  @Override
  void begin(Selector selector, long now, long until) throws IOException {
    end = until;
    for (var caller : callers) {
      ask(new Wire(port, selector, this), caller, now);
    }
  }

  private void ask(Wire wire, Caller caller, long now) throws IOException {
    wires.put(wire, caller);
    wire.ask(caller.next(), now);
  }

  @Override
  long ask(long now) {
    return Long.MAX_VALUE;
  }

  @Override
  void answered(Wire wire, long now) throws IOException {
    var caller = Objects.requireNonNull(wires.get(wire));
    tally().answered(wire.answer(), now - wire.askedAt());
    caller.answered(wire.answer());
    if (now >= end) {
      wires.remove(wire);
    } else if (wire.answer().isLast()) {
      wires.remove(wire);
      ask(wire.another(), caller, now);
    } else {
      wire.ask(caller.next(), now);
    }
  }

  @Override
  void failed(Wire wire, IOException failure) {
    if (wires.remove(wire) != null) {
      tally().other(failure.toString());
    }
  }

  @Override
  int underWay() {
    return wires.size();
  }
}
