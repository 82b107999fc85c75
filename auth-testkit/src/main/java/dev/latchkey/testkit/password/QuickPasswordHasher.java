package dev.latchkey.testkit.password;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hashes with one round of salted SHA-256, so that tests do not wait. Never for real passwords.
/// Counts its work. Safe to use from any number of threads.
public final class QuickPasswordHasher implements PasswordHasher {
  private static final String CURRENT = "quick2";
  private static final String OUTDATED = "quick1";
  private static final Pattern FORM =
      Pattern.compile("\\$(quick[12])\\$([0-9a-f]{32})\\$([0-9a-f]{64})");

  private final SecureRandom random = new SecureRandom();
  private final AtomicInteger hashes = new AtomicInteger();
  private final AtomicInteger announcements = new AtomicInteger();
  private final Set<Thread> announced = ConcurrentHashMap.newKeySet();
  private volatile boolean overloaded;

  @Override
  public PasswordHash hash(RawPassword password) {
    return hash(CURRENT, password);
  }

  @Override
  public Verification verify(RawPassword password, @Nullable PasswordHash stored) {
    withdrawCheck();
    if (stored == null) {
      hash(password);
      return Verification.DIFFERS;
    }
    var form = FORM.matcher(stored.reveal());
    if (!form.matches()) {
      hash(password);
      return Verification.CORRUPT;
    }
    if (!stored.equals(hash(form.group(1), form.group(2), password))) {
      return Verification.DIFFERS;
    }
    return form.group(1).equals(CURRENT) ? Verification.MATCHES : Verification.MATCHES_OUTDATED;
  }

  /// A hash of this password that is found outdated when it is verified.
  public PasswordHash outdated(RawPassword password) {
    return hash(OUTDATED, password);
  }

  /// A stored hash that no hasher can read.
  public static PasswordHash corrupt() {
    return new PasswordHash("$quick2$corrupt");
  }

  static boolean isReadable(String stored) {
    return FORM.matcher(stored).matches();
  }

  /// How many hashes were computed so far, to make or to verify one.
  public int hashes() {
    return hashes.get();
  }

  /// From now on refuses all work with [Overloaded], or takes it again.
  public void overload(boolean on) {
    overloaded = on;
  }

  @Override
  public void requireRoom() {
    if (overloaded) {
      throw new Overloaded("the hasher was told to refuse", Duration.ofSeconds(1));
    }
  }

  @Override
  public void announceCheck() {
    requireRoom();
    announcements.incrementAndGet();
    announced.add(Thread.currentThread());
  }

  @Override
  public void withdrawCheck() {
    announced.remove(Thread.currentThread());
  }

  /// How many checks were announced so far.
  public int announcements() {
    return announcements.get();
  }

  /// How many of them neither came nor were taken back.
  public int awaited() {
    return announced.size();
  }

  private PasswordHash hash(String version, RawPassword password) {
    var salt = new byte[16];
    random.nextBytes(salt);
    return hash(version, HexFormat.of().formatHex(salt), password);
  }

  private PasswordHash hash(String version, String salt, RawPassword password) {
    requireRoom();
    hashes.incrementAndGet();
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var digest = sha256.digest((salt + password.reveal()).getBytes(StandardCharsets.UTF_8));
      return new PasswordHash(
          "$%s$%s$%s".formatted(version, salt, HexFormat.of().formatHex(digest)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
