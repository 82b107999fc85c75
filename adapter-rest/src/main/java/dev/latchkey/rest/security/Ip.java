package dev.latchkey.rest.security;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads addresses, without asking any name service. IPv4 addresses within IPv6 are IPv4.
final class Ip {
  private static final Pattern CHARACTERS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static final IPAddressGenerator GENERATOR = new IPAddressGenerator();
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowPrefix(false)
          .allowMask(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .allowBinary(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  private Ip() {}

  /// The address of this text.
  ///
  /// @return empty where it is no full address, or has a zone, a port or a prefix
  static Optional<IPAddress> parse(String text) {
    return CHARACTERS.matcher(text).matches()
        ? Optional.ofNullable(new IPAddressString(text, STRICT).getAddress()).map(Ip::unmapped)
        : Optional.empty();
  }

  /// The address of a socket, without its zone.
  static IPAddress of(InetAddress address) {
    return unmapped(GENERATOR.from(address.getAddress()));
  }

  private static IPAddress unmapped(IPAddress address) {
    return address.isIPv6() && address.toIPv6().isIPv4Mapped()
        ? address.toIPv6().getEmbeddedIPv4Address()
        : address;
  }
}
