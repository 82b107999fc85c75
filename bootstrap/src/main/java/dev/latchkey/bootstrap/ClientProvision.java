package dev.latchkey.bootstrap;

import dev.latchkey.application.client.ClientCreation;
import dev.latchkey.application.client.ProvisionClient;
import dev.latchkey.bootstrap.command.CreateClientCommand;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.wiring.Context;
import java.util.List;

/// What `create-client` does.
final class ClientProvision implements CreateClientCommand.Creation {

  @Override
  public CreateClientCommand.Created create(
      Settings settings, DatabaseAccess database, String id, String name, List<String> scopes) {
    try (var context = Context.open(settings, database)) {
      var outcome = context.getBean(ProvisionClient.class).provision(id, name, scopes);
      return switch (outcome) {
        case ClientCreation.Created(var client, var secret) ->
            created(true, client.id() + " is a client now. Its secret:", secret.reveal());
        case ClientCreation.IdTaken _ ->
            created(false, "There is a client of this id already; it was left as it is.");
        case ClientCreation.Invalid(var violations) ->
            created(
                false,
                violations.stream()
                    .map(violation -> violation.field() + ": " + violation.detail())
                    .toArray(String[]::new));
      };
    }
  }

  private static CreateClientCommand.Created created(boolean done, String... lines) {
    return new CreateClientCommand.Created(done, List.of(lines));
  }
}
