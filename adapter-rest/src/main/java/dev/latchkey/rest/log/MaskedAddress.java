package dev.latchkey.rest.log;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An address cut to the network that it is in: it tells attackers apart, hardly people.
final class MaskedAddress {
  private static final int GROUPS = 4;

  private MaskedAddress() {}

  /// The /24 of an IPv4 address, the /64 of an IPv6 address.
  ///
  /// @param address in text; anything else is `unknown`
  static String of(@Nullable String address) {
    if (address == null) {
      return "unknown";
    }
    try {
      return masked(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException notAddress) {
      return "unknown";
    }
  }

  private static String masked(InetAddress address) {
    var bytes = address.getAddress();
    return address instanceof Inet6Address
        ? IntStream.range(0, GROUPS)
            .map(i -> (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF)
            .mapToObj(Integer::toHexString)
            .collect(Collectors.joining(":", "", "::/64"))
        : "%d.%d.%d.0/24".formatted(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF);
  }
}
