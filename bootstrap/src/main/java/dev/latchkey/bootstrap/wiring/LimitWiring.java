package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.limit.LimitMails;
import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.limit.WarnOfGuesses;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.TicketStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Factory
final class LimitWiring {
  private static final Logger LOG = LoggerFactory.getLogger(LimitWiring.class);

  @Singleton
  LimitPolicy limitPolicy(Settings settings) {
    var policy = settings.limits();
    if (policy.limits().isEmpty()) {
      LOG.warn(
          "RATE_LIMITS IS OFF: passwords can be guessed as fast as they are hashed. For a benchmark"
              + " on a machine that nobody else reaches, and for nothing else.");
    }
    return policy;
  }

  @Singleton
  LimitPasswords limitPasswords(
      RateLimits limits, LimitPolicy policy, SessionStore sessions, InstantSource clock) {
    return new LimitPasswords(limits, policy, sessions, clock);
  }

  @Singleton
  WarnOfGuesses warnOfGuesses(TicketStore tickets, RateLimits limits, InstantSource clock) {
    return new WarnOfGuesses(tickets, limits, clock);
  }

  @Singleton
  LimitMails limitMails(RateLimits limits, LimitPolicy policy, InstantSource clock) {
    return new LimitMails(limits, policy, clock);
  }
}
