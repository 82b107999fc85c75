package dev.latchkey.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the service acknowledged outlives any end of its process or its database's. Two ends each
/// in every build; `-Dlatchkey.kills=20` makes them twenty.
@Timeout(600)
class KillTest {
  private static final int KILLS = Integer.getInteger("latchkey.kills", 2);

  @TempDir private Path home;
  private final Ledger ledger = new Ledger();
  private final Random moments = new Random(20);
  private int acknowledged;

  @Test
  @Tag("C150")
  void losesNothingAcknowledgedWhereTheServiceIsKilled() {
    for (var kill = 1; kill <= KILLS; kill++) {
      var service = start();
      verify(service);
      try (var load = Load.on(service.browser(), ledger)) {
        load.awaitProgress(20 + moments.nextInt(60));
        service.kill();
      }
    }

    try (var service = start()) {
      verify(service);
    }
    report("service");
  }

  @Test
  @Tag("C150")
  @Tag("C147")
  void losesNothingAcknowledgedWhereItsDatabaseIsKilled() {
    try (var service = start()) {
      for (var kill = 1; kill <= KILLS; kill++) {
        try (var load = Load.on(service.browser(), ledger)) {
          load.awaitProgress(20 + moments.nextInt(60));
          new Server(home).kill();
          load.awaitBusy(1);
          load.awaitProgress(10);
        }
        verify(service);
      }

      assertThat(ledger.unanswered()).isZero();
      assertThat(service.output())
          .contains("The embedded PostgreSQL has died. It is started again");
    }
    assertThat(new Server(home).isRunning()).isFalse();
    report("database");
  }

  private ServiceProcess start() {
    return ServiceProcess.start(Map.of("LATCHKEY_HOME", home.toString()));
  }

  private void verify(ServiceProcess service) {
    acknowledged += ledger.size();
    ledger.verifyAgainst(service.browser());
  }

  private void report(String what) {
    assertThat(acknowledged).isGreaterThan(20 * KILLS);
    System.out.printf(
        "%d kills of the %s: %d operations acknowledged, none lost, %d calls not served%n",
        KILLS, what, acknowledged, ledger.busy());
  }
}
