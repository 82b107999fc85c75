package dev.latchkey.application.client;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.client.ClientSecret;
import dev.latchkey.domain.client.RegisteredClient;
import java.util.List;

/// What became of a wish for a new client.
public sealed interface ClientCreation {

  /// The client exists now. The secret is told this once.
  record Created(RegisteredClient client, ClientSecret secret) implements ClientCreation {}

  /// The wish has faults: all of them.
  record Invalid(List<Violation> violations) implements ClientCreation {}

  /// Another client has this id.
  record IdTaken() implements ClientCreation {}
}
