package dev.latchkey.bootstrap.wiring;

import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.rest.health.ReadinessCheck;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Factory
final class HealthWiring {

  @Singleton
  ReadinessCheck database(UserStore users) {
    return new DatabaseCheck(users);
  }

  /// Asks for a user who does not exist: the way of every request, through pool, schema and rights.
  private record DatabaseCheck(UserStore users) implements ReadinessCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    @Override
    public String name() {
      return "database";
    }

    @Override
    public boolean ready() {
      try {
        return users.find(NOBODY).isEmpty();
      } catch (RuntimeException broken) {
        LOG.warn("The database is not ready: {}", broken.getClass().getSimpleName());
        return false;
      }
    }
  }
}
