package dev.latchkey.testkit.secret;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.port.SecretStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Broken secret stores fail the contract.
class SecretStoreCanariesTest {
  private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

  @Test
  void failsWhereTheStoreLooksBeforeItWrites() {
    SecretStoreContract broken = () -> this::lookThenWrite;

    assertThatThrownBy(broken::givesAllTheWinnersSecretWhereManyAskAtOnce)
        .isInstanceOf(AssertionError.class)
        .hasMessageNotContaining("a runner");
  }

  @Test
  void failsWhereTheStoreSharesItsArrays() {
    SecretStoreContract broken = () -> this::lookThenWrite;

    assertThatThrownBy(broken::isNotChangedThroughTheArraysItWasGivenAndGave)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereTheLastCandidateWins() {
    SecretStore last = (name, candidate) -> candidate;
    SecretStoreContract broken = () -> last;

    assertThatThrownBy(broken::keepsTheFirstCandidate).isInstanceOf(AssertionError.class);
  }

  private byte[] lookThenWrite(String name, byte[] candidate) {
    var kept = secrets.get(name);
    if (kept != null) {
      return kept;
    }
    LockSupport.parkNanos(5_000_000);
    secrets.put(name, candidate);
    return candidate;
  }
}
