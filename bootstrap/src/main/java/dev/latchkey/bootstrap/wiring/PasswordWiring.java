package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.bootstrap.launch.VectorModule;
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
import dev.latchkey.domain.password.RawPassword;
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
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Factory
final class PasswordWiring {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordWiring.class);

  /// Requests, the database and the collector come before hashes, yet hashes never starve.
  private static final int NICENESS = 10;

  /// Little memory, and together the blocks of a log-in.
  private static final Argon2Parameters WARM_UP = new Argon2Parameters(1_024, 1, 1);

  private static final int WARM_UP_HASHES = 40;

  private final ThreadFactory threads = new ModestThreads(NICENESS);

  @Singleton
  @Bean(typed = AwaitedPasswordHasher.class)
  AwaitedPasswordHasher awaited(Settings settings, MeterRegistry registry) {
    return new AwaitedPasswordHasher(
        new FutureTask<>(() -> prepared(settings.passwords(), registry)));
  }

  @Singleton
  HashPreparation preparation(AwaitedPasswordHasher awaited) {
    return new HashPreparation(awaited, threads);
  }

  @Singleton
  @Bean(
      typed = {PasswordHasher.class, PooledPasswordHasher.class},
      preDestroy = "close")
  PooledPasswordHasher hasher(AwaitedPasswordHasher awaited, MeterRegistry registry) {
    var cores = Runtime.getRuntime().availableProcessors();
    var pool = new PooledPasswordHasher(awaited, cores, threads);
    registry.gauge("latchkey.password.permits", cores);
    registry.gauge("latchkey.password.queued", pool, PooledPasswordHasher::queued);
    registry.gauge("latchkey.password.active", pool, PooledPasswordHasher::active);
    FunctionCounter.builder("latchkey.password.rejected", pool, PooledPasswordHasher::rejected)
        .register(registry);
    return pool;
  }

  private static AwaitedPasswordHasher.Prepared prepared(
      PasswordSettings settings, MeterRegistry registry) {
    VectorModule.load();
    var argon2 = Argon2Implementation.best();
    if (argon2 == Argon2Implementation.BOUNCY_CASTLE) {
      LOG.warn("The native Argon2 library cannot be loaded; hashing by Bouncy Castle is slower.");
    }
    registry.gauge("latchkey.password.argon2", Tags.of("implementation", argon2.toString()), 1);
    if (argon2 == Argon2Implementation.VECTOR) {
      warmUp();
    }
    return new AwaitedPasswordHasher.Prepared(
        new TimedPasswordHasher(unbounded(settings, argon2), registry), argon2);
  }

  /// Has vectors compiled before the first log-in wants them; until then a hash takes a second.
  private static void warmUp() {
    var hasher =
        new Argon2idPasswordHasher(WARM_UP, Argon2Implementation.VECTOR, new SecureRandom());
    for (var i = 0; i < WARM_UP_HASHES; i++) {
      hasher.hash(new RawPassword("anything"));
    }
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
