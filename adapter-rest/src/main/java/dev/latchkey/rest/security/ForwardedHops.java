package dev.latchkey.rest.security;

import inet.ipaddr.IPAddress;
import io.micronaut.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whom the proxies say that they call for, the last of them at the end. Each adds one hop, so what
/// a client has invented stands further to the left.
///
/// @param hops empty for what is no address
record ForwardedHops(List<Optional<IPAddress>> hops) {
  private static final Pattern PORT = Pattern.compile("(?:\\[(.*)]|([0-9.]+))(?::[0-9]{1,5})?");
  private static final Pattern PARAMETER =
      Pattern.compile("\\s*([A-Za-z0-9-]+)=(?:\"([^\"\\\\,;]*)\"|([^\"\\s,;]*))\\s*");

  ForwardedHops {
    hops = List.copyOf(hops);
  }

  /// Those of `X-Forwarded-For`: one where the header is absent has none.
  static ForwardedHops ofXForwardedFor(HttpHeaders headers) {
    return new ForwardedHops(
        elements(headers, "X-Forwarded-For").map(element -> address(element.strip())).toList());
  }

  /// Those of `Forwarded` (RFC 7239).
  static ForwardedHops ofForwarded(HttpHeaders headers) {
    return new ForwardedHops(elements(headers, "Forwarded").map(ForwardedHops::forPart).toList());
  }

  private static Stream<String> elements(HttpHeaders headers, String name) {
    return headers.getAll(name).stream().flatMap(value -> Stream.of(value.split(",", -1)));
  }

  private static Optional<IPAddress> forPart(String element) {
    var found = new ArrayList<String>();
    for (var part : element.split(";", -1)) {
      var parameter = PARAMETER.matcher(part);
      if (!parameter.matches()) {
        return Optional.empty();
      }
      if (parameter.group(1).equalsIgnoreCase("for")) {
        found.add(parameter.group(2) == null ? parameter.group(3) : parameter.group(2));
      }
    }
    return found.size() == 1 ? address(found.getFirst()) : Optional.empty();
  }

  private static Optional<IPAddress> address(String text) {
    var withPort = PORT.matcher(text);
    if (!withPort.matches()) {
      return Ip.parse(text);
    }
    return Ip.parse(withPort.group(1) == null ? withPort.group(2) : withPort.group(1));
  }

  boolean isEmpty() {
    return hops.isEmpty();
  }

  /// The last hop that is no trusted proxy, or the first of all.
  ///
  /// @return empty where an unreadable hop comes before it, seen from the end
  Optional<IPAddress> client(List<ProxyNetwork> trusted) {
    for (var hop : hops.reversed()) {
      if (hop.isEmpty() || trusted.stream().noneMatch(network -> network.contains(hop.get()))) {
        return hop;
      }
    }
    return hops.getFirst();
  }
}
