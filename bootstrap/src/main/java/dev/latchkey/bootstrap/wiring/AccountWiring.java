package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.account.ChangePassword;
import dev.latchkey.application.account.DeactivateUser;
import dev.latchkey.application.account.EditUser;
import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.application.account.ShowUser;
import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.RolePolicy;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

@Factory
final class AccountWiring {

  @Singleton
  RolePolicy roles(Settings settings) {
    return settings.roles();
  }

  @Singleton
  AccountPolicy accounts(Settings settings) {
    return settings.accounts();
  }

  @Singleton
  RegisterUser registerUser(
      UserStore users,
      TicketStore tickets,
      PasswordHasher hasher,
      CheckPassword passwords,
      RolePolicy roles,
      AccountPolicy policy,
      TicketSecrets secrets,
      TicketPolicy ticketPolicy,
      Ids ids,
      RateLimits limits,
      LimitPolicy limitPolicy,
      InstantSource clock) {
    return new RegisterUser(
        users,
        tickets,
        hasher,
        passwords,
        roles,
        policy,
        secrets,
        ticketPolicy,
        ids,
        limits,
        limitPolicy,
        clock);
  }

  @Singleton
  ShowUser showUser(UserStore users) {
    return new ShowUser(users);
  }

  @Singleton
  EditUser editUser(UserStore users, RolePolicy roles, InstantSource clock) {
    return new EditUser(users, roles, clock);
  }

  @Singleton
  DeactivateUser deactivateUser(UserStore users, InstantSource clock) {
    return new DeactivateUser(users, clock);
  }

  @Singleton
  ChangePassword changePassword(
      UserStore users,
      PasswordHasher hasher,
      CheckPassword passwords,
      AuditLog audit,
      LimitPasswords limitPasswords,
      InstantSource clock) {
    return new ChangePassword(users, hasher, passwords, audit, limitPasswords, clock);
  }
}
