package dev.latchkey.mail.letter;

import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.DeviceLabel;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Where a request came from, exactly enough for its sender to know it again and no more: `from
/// 192.0.2.0/24, Firefox on Linux`.
final class CoarseOrigin {
  private static final int IPV4_BYTES = 4;

  private CoarseOrigin() {}

  static String of(Client client) {
    return "from " + network(client.ip()) + ", " + DeviceLabel.of(client.userAgent());
  }

  private static String network(@Nullable String ip) {
    if (ip == null) {
      return "an unknown address";
    }
    try {
      // Looks no name up: what is no address is refused.
      var bytes = InetAddress.ofLiteral(ip).getAddress();
      return bytes.length == IPV4_BYTES
          ? "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff)
          : "%x:%x:%x::/48".formatted(pair(bytes, 0), pair(bytes, 2), pair(bytes, 4));
    } catch (IllegalArgumentException noAddress) {
      return "an unknown address";
    }
  }

  private static int pair(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
