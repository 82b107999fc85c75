package dev.latchkey.application.client;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.ClientSecret;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Ids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Gives a client one more secret, which is to take over from the old one.
public final class AddClientSecret {
  private final ClientStore clients;
  private final SecretMaker secrets;
  private final InstantSource clock;

  public AddClientSecret(ClientStore clients, Ids ids, SecureRandom random, InstantSource clock) {
    this.clients = clients;
    this.secrets = new SecretMaker(random, ids);
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Outcome {}

  /// Both secrets are good now. This one is told this once.
  public record Added(StoredSecret stored, ClientSecret secret) implements Outcome {}

  /// No new secret.
  public enum Refused implements Outcome {
    /// There is no such client, or the caller is no admin.
    UNKNOWN,
    /// Remove one first.
    TOO_MANY
  }

  /// Adds a secret; the others stay good until they are removed.
  public Outcome add(Caller caller, String id) {
    var client = ClientId.parse(id).filter(unused -> caller.isAdmin());
    return client.isPresent() ? added(caller, client.get()) : Refused.UNKNOWN;
  }

  private Outcome added(Caller caller, ClientId client) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var made = secrets.make(now);
    var event = caller.event(EventKind.CLIENT_SECRET_ADDED, now).saying(client.value());
    return switch (clients.addSecret(client, made.stored(), Consequences.of(event))) {
      case ADDED -> new Added(made.stored(), made.secret());
      case UNKNOWN -> Refused.UNKNOWN;
      case TOO_MANY -> Refused.TOO_MANY;
    };
  }
}
