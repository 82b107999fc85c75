package dev.latchkey.bootstrap.command;

import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.PasswordHasher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// How hashing goes while every core hashes.
///
/// @param slowest5Percent the time that 95 of 100 hashes keep within
/// @param perSecond hashes of all threads together
record HashLoad(Duration slowest5Percent, double perSecond) {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 30;
  private static final RawPassword PASSWORD = new RawPassword("correct horse battery staple");

  static HashLoad measure(PasswordHasher hasher, int threads) {
    var times = Collections.synchronizedList(new ArrayList<Long>());
    together(threads, WARM_UP, hasher, Collections.synchronizedList(new ArrayList<>()));
    var begin = System.nanoTime();
    together(threads, ROUNDS, hasher, times);
    var seconds = (System.nanoTime() - begin) / 1e9;
    return of(times, seconds);
  }

  static HashLoad of(List<Long> nanoseconds, double seconds) {
    var sorted = nanoseconds.stream().sorted().toList();
    var last = (int) Math.ceil(sorted.size() * 0.95) - 1;
    return new HashLoad(Duration.ofNanos(sorted.get(last)), sorted.size() / seconds);
  }

  private static void together(int threads, int rounds, PasswordHasher hasher, List<Long> times) {
    var workers =
        IntStream.range(0, threads)
            .mapToObj(i -> Thread.ofPlatform().start(() -> hash(rounds, hasher, times)))
            .toList();
    try {
      for (var worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hash(int rounds, PasswordHasher hasher, List<Long> times) {
    for (var i = 0; i < rounds; i++) {
      var begin = System.nanoTime();
      hasher.hash(PASSWORD);
      times.add(System.nanoTime() - begin);
    }
  }
}
