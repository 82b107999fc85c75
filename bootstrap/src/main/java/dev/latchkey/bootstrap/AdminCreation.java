package dev.latchkey.bootstrap;

import dev.latchkey.application.admin.CreateAdmin;
import dev.latchkey.bootstrap.command.CreateAdminCommand;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.wiring.Context;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.user.EmailAddress;
import java.util.stream.Collectors;

/// What `create-admin` does.
final class AdminCreation implements CreateAdminCommand.Creation {

  @Override
  public CreateAdminCommand.Created create(
      Settings settings, DatabaseAccess database, EmailAddress email, RawPassword password) {
    try (var context = Context.open(settings, database)) {
      var outcome = context.getBean(CreateAdmin.class).create(email.display(), password);
      return switch (outcome) {
        case CreateAdmin.Created _ -> created(true, email.display() + " is an admin now.");
        case CreateAdmin.EmailTaken _ ->
            created(
                false,
                email.display()
                    + " is a user already and was left as it is. Let an admin change the role, or"
                    + " choose another address.");
        case CreateAdmin.Invalid(var violations) ->
            created(
                false, violations.stream().map(Violation::detail).collect(Collectors.joining(" ")));
      };
    }
  }

  private static CreateAdminCommand.Created created(boolean done, String message) {
    return new CreateAdminCommand.Created(done, message);
  }
}
