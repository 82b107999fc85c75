package dev.latchkey.crypto.bench;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import dev.latchkey.crypto.password.Argon2Implementation;
import dev.latchkey.crypto.password.Argon2Parameters;
import dev.latchkey.crypto.password.Argon2idPasswordHasher;
import dev.latchkey.crypto.password.PooledPasswordHasher;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// Hashes per second with the recommended parameters: the library alone, our hasher, our pool.
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 2, time = 5)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PasswordBenchmark {
  private static final Argon2Parameters COST = Argon2Parameters.RECOMMENDED;

  private final Argon2Advanced library =
      Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id);
  private final byte[] bytes = "correct horse battery staple".getBytes(StandardCharsets.US_ASCII);
  private final byte[] salt = new byte[16];

  private final RawPassword password = new RawPassword("correct horse battery staple");
  private final PasswordHasher ours = hasher(Argon2Implementation.NATIVE);
  private final PasswordHasher bouncyCastle = hasher(Argon2Implementation.BOUNCY_CASTLE);
  // A wait so long that nobody is turned away: what is measured is the rate.
  private final PasswordHasher pool =
      new PooledPasswordHasher(
          ours, Runtime.getRuntime().availableProcessors(), 64, Duration.ofMinutes(1));
  private final PasswordHash stored = ours.hash(password);

  private static PasswordHasher hasher(Argon2Implementation implementation) {
    return new Argon2idPasswordHasher(COST, implementation, new SecureRandom());
  }

  @Benchmark
  @Threads(1)
  public byte[] libraryOn1Thread() {
    return hashByLibrary();
  }

  @Benchmark
  @Threads(2)
  public byte[] libraryOn2Threads() {
    return hashByLibrary();
  }

  private byte[] hashByLibrary() {
    return library.rawHash(COST.iterations(), COST.memoryKib(), COST.parallelism(), bytes, salt);
  }

  @Benchmark
  @Threads(2)
  public Verification verifyOn2Threads() {
    return ours.verify(password, stored);
  }

  @Benchmark
  @Threads(1)
  public Verification bouncyCastleOn1Thread() {
    return bouncyCastle.verify(password, stored);
  }

  @Benchmark
  @Threads(2)
  public Verification bouncyCastleOn2Threads() {
    return bouncyCastle.verify(password, stored);
  }

  @Benchmark
  @Threads(4)
  public Verification poolWith4Callers() {
    return pool.verify(password, stored);
  }

  @Benchmark
  @Threads(32)
  public Verification poolWith32Callers() {
    return pool.verify(password, stored);
  }
}
