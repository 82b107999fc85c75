package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.rest.health.ReadinessCheck;
import org.junit.jupiter.api.Test;

/// Whether the service says how it is.
class HealthTest {

  @Test
  void tellsAdminsWhichCheckFails() {
    try (var server = RestServer.start()) {
      var admin = server.admin("boss@example.test");
      server.context().registerSingleton(ReadinessCheck.class, new Lost());
      var client = server.client();

      var down = client.get("/auth/health");

      assertThat(down.status()).isEqualTo(503);
      assertThat(down.text("status")).isEqualTo("down");
      assertThat(down.json().has("checks")).isFalse();
      assertThat(admin.get("/health/readiness").json().at("/checks/database").asText())
          .isEqualTo("down");
      assertThat(client.as("u@example.test").get("/health/readiness").json().has("checks"))
          .isFalse();
      assertThat(client.get("/health/liveness").status()).isEqualTo(200);
    }
  }

  private static final class Lost implements ReadinessCheck {
    @Override
    public String name() {
      return "database";
    }

    @Override
    public boolean ready() {
      return false;
    }
  }
}
