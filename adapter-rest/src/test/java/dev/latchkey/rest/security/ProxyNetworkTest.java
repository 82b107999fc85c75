package dev.latchkey.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "10.1.2.3/8, 10.0.0.0/8",
    "192.0.2.7, 192.0.2.7",
    "192.0.2.7/32, 192.0.2.7/32",
    "fc00::/7, fc00::/7",
    "2001:DB8::1, 2001:db8::1",
    "::ffff:10.1.2.3, 10.1.2.3"
  })
  void readsAddressesAndNetworks(String text, String network) {
    assertThat(ProxyNetwork.parse(text)).map(ProxyNetwork::toString).contains(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0", "::/0", "0.0.0.0/1", "10.0.0.0/7", "::/6", "::ffff:0:0/96", "10.0.0.0/33",
        "::1/129", "10.0.0.0/", "10.0.0.0/+8", "10.0.0.0/255.0.0.0", "10.0.0/8", "localhost", "",
        "*", "10.*.*.*", "all", "10.0.0.1-5"
      })
  @Tag("C175")
  void refusesTheWholeInternetAndWhatIsNoNetwork(String text) {
    assertThat(ProxyNetwork.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.0.0.0/8, ::ffff:10.1.2.3, true",
    "10.0.0.0/8, ::1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe00::1, false"
  })
  void holdsTheAddressesWithinIt(String network, String address, boolean holds) {
    assertThat(ProxyNetwork.parse(network).orElseThrow().contains(Ip.parse(address).orElseThrow()))
        .isEqualTo(holds);
  }
}
