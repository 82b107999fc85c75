package dev.latchkey.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EndReasonTest {

  /// Stores write these names: who renames one has rows to migrate.
  @Test
  void keepsTheNamesThatStoresWrite() {
    assertThat(EndReason.values())
        .extracting(Enum::name)
        .containsExactlyInAnyOrder(
            "LOGGED_OUT",
            "TOKEN_REUSED",
            "PASSWORD_CHANGED",
            "USER_DEACTIVATED",
            "ENDED_BY_ADMIN",
            "EVICTED");
  }
}
