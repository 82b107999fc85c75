package dev.latchkey.bootstrap.bench.bare;

import io.micronaut.runtime.Micronaut;

/// Runs the framework with its defaults and one controller. Its class path must hold neither the
/// service nor security.
public final class BareServer {
  private BareServer() {}

  public static void main(String[] args) {
    Micronaut.run(BareServer.class, args);
  }
}
