package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.bootstrap.settings.PasswordSettings;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.crypto.password.Argon2Implementation;
import dev.latchkey.crypto.password.Argon2Parameters;
import dev.latchkey.crypto.password.Argon2idPasswordHasher;
import dev.latchkey.crypto.password.BcryptPasswordHasher;
import dev.latchkey.crypto.password.CommonPasswords;
import dev.latchkey.crypto.password.HttpBreachedPasswords;
import dev.latchkey.crypto.password.PooledPasswordHasher;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.port.BreachedPasswords;
import dev.latchkey.domain.port.PasswordHasher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Factory
final class PasswordWiring {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordWiring.class);

  /// Requests, the database and the collector come before hashes, yet hashes never starve.
  private static final int NICENESS = 10;

  @Singleton
  Argon2Implementation argon2() {
    var implementation = Argon2Implementation.best();
    if (implementation == Argon2Implementation.BOUNCY_CASTLE) {
      LOG.warn("The native Argon2 library cannot be loaded; hashing by Bouncy Castle is slower.");
    } else {
      LOG.info("Argon2id is computed by: {}", implementation);
    }
    return implementation;
  }

  @Singleton
  @Bean(
      typed = {PasswordHasher.class, PooledPasswordHasher.class},
      preDestroy = "close")
  PooledPasswordHasher hasher(
      Settings settings, Argon2Implementation argon2, MeterRegistry registry) {
    var cores = Runtime.getRuntime().availableProcessors();
    var timed = new TimedPasswordHasher(unbounded(settings.passwords(), argon2), registry);
    var pool = new PooledPasswordHasher(timed, cores, new ModestThreads(NICENESS));
    registry.gauge("latchkey.password.permits", cores);
    registry.gauge("latchkey.password.argon2", Tags.of("implementation", argon2.toString()), 1);
    registry.gauge("latchkey.password.queued", pool, PooledPasswordHasher::queued);
    registry.gauge("latchkey.password.active", pool, PooledPasswordHasher::active);
    FunctionCounter.builder("latchkey.password.rejected", pool, PooledPasswordHasher::rejected)
        .register(registry);
    return pool;
  }

  private static PasswordHasher unbounded(PasswordSettings settings, Argon2Implementation argon2) {
    var costs = settings.argon2();
    var parameters =
        new Argon2Parameters(costs.memoryKib(), costs.iterations(), costs.parallelism());
    return switch (settings.algorithm()) {
      case ARGON2ID -> new Argon2idPasswordHasher(parameters, argon2, new SecureRandom());
      case BCRYPT ->
          new BcryptPasswordHasher(settings.bcryptCost(), parameters, argon2, new SecureRandom());
    };
  }

  @Singleton
  PasswordPolicy policy(Settings settings) {
    var words = new HashSet<>(settings.passwords().contextWords());
    settings.roles().roles().forEach(role -> words.add(role.value()));
    words.add(settings.mail().product());
    words.addAll(Arrays.asList(settings.mail().product().split("\\s+")));
    // The list is read in the background once the service runs, or by whoever needs it first.
    return new PasswordPolicy(
        settings.passwords().minLength(), words, text -> CommonPasswords.load().test(text));
  }

  @Singleton
  BreachedPasswords breachedPasswords(Settings settings, MeterRegistry registry) {
    var url = settings.passwords().breachCheckUrl();
    var list = url == null ? BreachedPasswords.none() : new HttpBreachedPasswords(url);
    return new CountedBreachedPasswords(list, registry);
  }

  @Singleton
  CheckPassword checkPassword(PasswordPolicy policy, BreachedPasswords breached) {
    return new CheckPassword(policy, breached);
  }
}
