package dev.latchkey.rest.security;

import inet.ipaddr.IPAddress;
import java.util.Optional;

/// A network whose proxies are believed when they say for whom they call.
public final class ProxyNetwork {
  private static final int LEAST_V4_BITS = 8;
  private static final int LEAST_V6_BITS = 7;

  private final IPAddress block;

  private ProxyNetwork(IPAddress block) {
    this.block = block;
  }

  /// Reads an address or a network, such as `10.1.2.3` or `10.0.0.0/8`.
  ///
  /// @return empty where it is none, or so wide that it holds strangers: shorter than /8, or /7 of
  ///   IPv6
  public static Optional<ProxyNetwork> parse(String text) {
    var slash = text.indexOf('/');
    var address = Ip.parse(slash < 0 ? text : text.substring(0, slash));
    return slash < 0
        ? address.map(ProxyNetwork::new)
        : address.flatMap(within -> parse(within, text.substring(slash + 1)));
  }

  private static Optional<ProxyNetwork> parse(IPAddress address, String bits) {
    var least = address.isIPv4() ? LEAST_V4_BITS : LEAST_V6_BITS;
    var length = bits.matches("[0-9]{1,3}") ? Integer.parseInt(bits) : -1;
    return length >= least && length <= address.getBitCount()
        ? Optional.of(new ProxyNetwork(address.toPrefixBlock(length)))
        : Optional.empty();
  }

  boolean contains(IPAddress address) {
    return block.contains(address);
  }

  @Override
  public String toString() {
    return block.toCanonicalString();
  }
}
