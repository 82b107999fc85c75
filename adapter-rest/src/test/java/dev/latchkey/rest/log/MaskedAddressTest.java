package dev.latchkey.rest.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAddressTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.77, 203.0.113.0/24",
    "127.0.0.1, 127.0.0.0/24",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "::1, 0:0:0:0::/64",
    "::ffff:203.0.113.77, 203.0.113.0/24",
    "localhost, unknown",
    "not an address, unknown"
  })
  void keepsTheNetworkAlone(String address, String masked) {
    assertThat(MaskedAddress.of(address)).isEqualTo(masked);
  }

  @Test
  void knowsNothingOfAPeerWithoutAddress() {
    assertThat(MaskedAddress.of(null)).isEqualTo("unknown");
  }
}
