package dev.latchkey.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C144")
final class ClientTest {
  private static final String IP = "192.0.2.7";

  @Tag("C019")
  @Tag("C020")
  @ParameterizedTest
  @CsvSource({
    "'Mozilla/5.0 (X11)', 'Mozilla/5.0 (X11)'",
    "'Zoë 🚀', 'Zoë 🚀'",
    "'a\u0000b', ab",
    "'a\u0085b', ab",
    "'a\u001b[31mb', 'a[31mb'",
    "'a\u009b31mb', a31mb",
    "'a\u007fb', ab",
    "'a\u2028b\u2029c', abc",
    "'a\ud800b', ab",
    "'a\udc00b', ab"
  })
  void keepsWhatCanBePrinted(String userAgent, String kept) {
    assertThat(new Client(IP, userAgent).userAgent()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n2026-01-01 INFO forged", "\n2026-01-01 INFO forged"})
  void cannotBeginALineOfItsOwn(String userAgent) {
    assertThat(new Client(IP, userAgent).userAgent()).isEqualTo("2026-01-01 INFO forged");
  }

  @Test
  void cutsALongUserAgent() {
    assertThat(new Client(IP, "a".repeat(256)).userAgent()).hasSize(256);
    assertThat(new Client(IP, "a".repeat(65_536)).userAgent()).isEqualTo("a".repeat(256));
  }

  @Tag("C020")
  @Test
  void doesNotCutACharacterInHalf() {
    assertThat(new Client(IP, "a".repeat(255) + "🚀").userAgent()).isEqualTo("a".repeat(255));
    assertThat(new Client(IP, "a".repeat(254) + "🚀b").userAgent())
        .isEqualTo("a".repeat(254) + "🚀");
  }

  @Test
  void knowsNothingOfACallerInProcess() {
    assertThat(Client.UNKNOWN).isEqualTo(new Client(null, null));
  }

  @Tag("C131")
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.0/24",
    "192.0.2.255, 192.0.2.0/24",
    "2001:db8:1:2::1, 2001:db8:1:2::/64",
    "2001:db8:1:2:ffff:ffff:ffff:ffff, 2001:db8:1:2::/64",
    "2001:0DB8:0001:0002:0:0:0:7, 2001:db8:1:2::/64",
    "2001:db8::1, 2001:db8:0:0::/64",
    "::1, 0:0:0:0::/64",
    "fe80::1%eth0, fe80:0:0:0::/64",
    "1::, 1:0:0:0::/64",
    "::, 0:0:0:0::/64",
    "1:2:3:4:5:6:7::, 1:2:3:4::/64",
    "::ffff:192.0.2.7, 192.0.2.0/24",
    "::FFFF:192.0.2.7, 192.0.2.0/24",
    "unknown, unknown",
    "1:2:3, 1:2:3",
    "1:2:3:4:5:6:7:8:9, 1:2:3:4:5:6:7:8:9",
    "1:::2, 1:::2",
    "12345::, 12345::",
    "1::2::3, 1::2::3",
    "'', ''"
  })
  void tellsTheNetworkOfItsAddress(String ip, String network) {
    assertThat(new Client(ip, null).network()).isEqualTo(network);
  }

  @Test
  void tellsNoNetworkWhereNoAddressIsKnown() {
    assertThat(Client.UNKNOWN.network()).isNull();
  }
}
