package dev.latchkey.testkit.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.SecretStore;
import dev.latchkey.testkit.race.Race;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every secret store keeps to. A test class of an adapter implements this and inherits the
/// tests. The store need not be empty.
public interface SecretStoreContract {

  /// The store, the same throughout a test.
  SecretStore secrets();

  /// How often each race is run.
  default int rounds() {
    return 20;
  }

  @Test
  default void keepsTheFirstCandidate() {
    var name = name();

    var first = secrets().keep(name, bytes("first"));
    var second = secrets().keep(name, bytes("second"));

    assertThat(first).isEqualTo(bytes("first"));
    assertThat(second).isEqualTo(bytes("first"));
  }

  @Test
  default void keepsASecretForEachName() {
    var one = name();
    secrets().keep(one, bytes("one"));

    var other = secrets().keep(name(), bytes("other"));

    assertThat(other).isEqualTo(bytes("other"));
    assertThat(secrets().keep(one, bytes("late"))).isEqualTo(bytes("one"));
  }

  @Test
  default void keepsEveryByte() {
    var secret = new byte[256];
    IntStream.range(0, secret.length).forEach(i -> secret[i] = (byte) i);
    var name = name();
    secrets().keep(name, secret);

    assertThat(secrets().keep(name, new byte[0])).isEqualTo(secret);
  }

  @Test
  default void isNotChangedThroughTheArraysItWasGivenAndGave() {
    var name = name();
    var given = bytes("secret");
    var got = secrets().keep(name, given);

    given[0] = 'X';
    got[1] = 'X';

    assertThat(secrets().keep(name, bytes("other"))).isEqualTo(bytes("secret"));
  }

  @Test
  default void givesAllTheWinnersSecretWhereManyAskAtOnce() {
    for (var round = 0; round < rounds(); round++) {
      var name = name();
      var nodes =
          IntStream.range(0, 16)
              .mapToObj(i -> (Callable<String>) () -> keep(name, "candidate " + i))
              .toList();

      List<String> kept = Race.among(nodes);

      assertThat(kept).containsOnly(keep(name, "late"));
    }
  }

  private String keep(String name, String candidate) {
    return new String(secrets().keep(name, bytes(candidate)), UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String name() {
    return "secret-" + UUID.randomUUID();
  }
}
