package dev.latchkey.rest.security;

import inet.ipaddr.IPAddress;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out whom a trusted proxy calls for, before anything else looks at a request. Headers of
/// others are not believed: anybody can send them.
@ServerFilter(patterns = ServerFilter.MATCH_ALL_PATTERN, appendContextPath = false)
final class Proxies implements Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);

  private final List<ProxyNetwork> trusted;
  private final AtomicBoolean warned = new AtomicBoolean();
  private final AtomicBoolean warnedOfTwo = new AtomicBoolean();

  Proxies(@Value("${latchkey.trusted-proxies:}") List<String> trusted) {
    this.trusted =
        trusted.stream()
            .filter(network -> !network.isBlank())
            .map(network -> ProxyNetwork.parse(network).orElseThrow())
            .toList();
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 10;
  }

  @RequestFilter
  void resolve(HttpRequest<?> request) {
    var address = request.getRemoteAddress().getAddress();
    if (address == null || (trusted.isEmpty() && !isForwarded(request))) {
      return;
    }
    var peer = Ip.of(address);
    if (trusted.stream().anyMatch(network -> network.contains(peer))) {
      ClientAddress.note(request, forwarded(request).orElse(peer).toCanonicalString());
    } else {
      warn(request, peer);
    }
  }

  /// The two headers must not contradict each other: a proxy writes one of them, and passes on what
  /// its client wrote in the other.
  private Optional<IPAddress> forwarded(HttpRequest<?> request) {
    var usual = ForwardedHops.ofXForwardedFor(request.getHeaders());
    var standard = ForwardedHops.ofForwarded(request.getHeaders());
    if (usual.isEmpty() || standard.isEmpty()) {
      var only = usual.isEmpty() ? standard : usual;
      return only.isEmpty() ? Optional.empty() : only.client(trusted);
    }
    var client = usual.client(trusted);
    if (client.equals(standard.client(trusted))) {
      return client;
    }
    if (warnedOfTwo.compareAndSet(false, true)) {
      LOG.warn(
          "X-Forwarded-For and Forwarded contradict each other: such requests count as the proxy's."
              + " Let the proxy set one of them and remove the other.");
    }
    return Optional.empty();
  }

  private void warn(HttpRequest<?> request, IPAddress peer) {
    if (isForwarded(request) && warned.compareAndSet(false, true)) {
      LOG.warn(
          "{} says that it calls for others. Where it is a proxy of yours, name it in"
              + " TRUSTED_PROXIES: until then all who come through it share its limits.",
          peer.toCanonicalString());
    }
  }

  private static boolean isForwarded(HttpRequest<?> request) {
    var headers = request.getHeaders();
    return headers.contains("X-Forwarded-For") || headers.contains(HttpHeaders.FORWARDED);
  }
}
