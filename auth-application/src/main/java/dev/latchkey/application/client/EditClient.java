package dev.latchkey.application.client;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.client.ClientEdit;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.FieldReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes what a client is called, may ask for, and whether it is let in.
public final class EditClient {
  private final ClientStore clients;
  private final InstantSource clock;

  public EditClient(ClientStore clients, InstantSource clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /// What became of an edit.
  public sealed interface Outcome {}

  /// The client as it is now.
  public record Edited(RegisteredClient client) implements Outcome {}

  /// The edit has faults: all of them.
  public record Invalid(List<Violation> violations) implements Outcome {}

  /// There is no such client, or the caller is no admin.
  public record Unknown() implements Outcome {}

  /// Changes what is not null. Tokens that the client got before keep their scopes; whether it is
  /// active counts for them at once.
  public Outcome edit(
      Caller caller,
      String id,
      @Nullable String name,
      @Nullable Collection<String> scopes,
      @Nullable Boolean active) {
    var client = ClientId.parse(id).filter(unused -> caller.isAdmin()).flatMap(clients::find);
    var fields = new FieldReader();
    var edit = new ClientEdit(fields.name(name), Scopes.read(fields, scopes), active);
    if (client.isEmpty()) {
      return new Unknown();
    }
    return fields.violations().isEmpty()
        ? edited(caller, client.get(), edit)
        : new Invalid(fields.violations());
  }

  private Outcome edited(Caller caller, RegisteredClient client, ClientEdit edit) {
    var detail = client.id() + ": " + String.join(",", fields(client, edit.of(client)));
    var event = caller.event(EventKind.CLIENT_CHANGED, clock.instant()).saying(detail);
    Optional<Outcome> edited =
        clients.edit(client.id(), edit, Consequences.of(event)).map(Edited::new);
    return edited.orElseGet(Unknown::new);
  }

  private static List<String> fields(RegisteredClient before, RegisteredClient after) {
    var fields = new ArrayList<String>();
    if (!before.name().equals(after.name())) {
      fields.add("name");
    }
    if (!before.scopes().equals(after.scopes())) {
      fields.add("scopes");
    }
    if (before.active() != after.active()) {
      fields.add("is_active");
    }
    return fields;
  }
}
