package dev.latchkey.application.client;

import dev.latchkey.domain.WireName;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.ClientSecret;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.limit.Source;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.RateLimits;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Finds out which client asks (RFC 6749 section 2.3.1).
///
/// Failures are counted, right secrets are not: nobody can guess 256 bits, so the limits only keep
/// those who try from wearing out the node and the audit, and never a service from its work.
public final class AuthenticateClient {
  private final ClientStore clients;
  private final AuditLog audit;
  private final RateLimits limits;
  private final LimitPolicy policy;
  private final InstantSource clock;

  public AuthenticateClient(
      ClientStore clients,
      AuditLog audit,
      RateLimits limits,
      LimitPolicy policy,
      InstantSource clock) {
    this.clients = clients;
    this.audit = audit;
    this.limits = limits;
    this.policy = policy;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Outcome {}

  /// The client of this moment.
  public record Authenticated(RegisteredClient client) implements Outcome {}

  /// Not believed. Why is for the audit, not for whoever asked.
  public record Refused(Reason reason) implements Outcome {}

  /// Not believed, and too often so.
  public record Throttled(Admission.Refused by) implements Outcome {}

  /// Why a client is not believed.
  public enum Reason {
    UNKNOWN_CLIENT,
    /// What was shown cannot be a secret of ours.
    MALFORMED_SECRET,
    WRONG_SECRET,
    INACTIVE
  }

  /// Checks what somebody says they are.
  ///
  /// @param id whatever was sent
  /// @param secret whatever was sent
  public Outcome authenticate(String id, String secret, Origin origin) {
    var client = ClientId.parse(id);
    var shown = ClientSecret.parse(secret);
    if (client.isEmpty()) {
      return refused(Reason.UNKNOWN_CLIENT, "", id, origin);
    }
    if (shown.isEmpty()) {
      return refused(Reason.MALFORMED_SECRET, "", id, origin);
    }
    return clients
        .authenticate(client.get(), shown.get().digest(), clock.instant())
        .<Outcome>map(Authenticated::new)
        .orElseGet(() -> refused(client.get(), origin));
  }

  private Outcome refused(ClientId id, Origin origin) {
    return clients
        .find(id)
        .map(found -> found.active() ? Reason.WRONG_SECRET : Reason.INACTIVE)
        .map(reason -> refused(reason, id + ": ", id.value(), origin))
        .orElseGet(() -> refused(Reason.UNKNOWN_CLIENT, "", id.value(), origin));
  }

  private Outcome refused(Reason reason, String whom, String id, Origin origin) {
    var now = clock.instant();
    if (limits.admit(claims(id, origin), now) instanceof Admission.Refused refused) {
      return new Throttled(refused);
    }
    audit.appendOncePerMinute(
        AuditEvent.of(EventKind.CLIENT_AUTHENTICATION_FAILED, now, origin)
            .saying(whom + WireName.of(reason)));
    return new Refused(reason);
  }

  private List<Claim> claims(String id, Origin origin) {
    var source = new Source(origin.client());
    var claims = new ArrayList<>(policy.claims(source, LimitName.CLIENT_ADDRESS));
    policy.claim(LimitName.CLIENT_FAILURES, id, source.network()).ifPresent(claims::add);
    return claims;
  }
}
