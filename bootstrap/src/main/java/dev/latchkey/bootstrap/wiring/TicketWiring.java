package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.account.RequestEmailChange;
import dev.latchkey.application.account.RequestPasswordReset;
import dev.latchkey.application.account.RequestVerification;
import dev.latchkey.application.account.ResetPassword;
import dev.latchkey.application.account.SendPasswordReset;
import dev.latchkey.application.account.VerifyEmail;
import dev.latchkey.application.limit.LimitMails;
import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.limit.ReopenPassword;
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
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// What sends and redeems the links in mails.
@Factory
final class TicketWiring {

  @Singleton
  TicketPolicy policy(Settings settings) {
    return settings.tickets();
  }

  @Singleton
  RequestVerification requestVerification(
      UserStore users,
      TicketStore tickets,
      AuditLog audit,
      LimitMails mails,
      TicketSecrets secrets,
      TicketPolicy policy,
      Ids ids,
      InstantSource clock) {
    return new RequestVerification(users, tickets, audit, mails, secrets, policy, ids, clock);
  }

  @Singleton
  VerifyEmail verifyEmail(UserStore users, TicketStore tickets, InstantSource clock) {
    return new VerifyEmail(users, tickets, clock);
  }

  @Singleton
  RequestEmailChange requestEmailChange(
      UserStore users,
      TicketStore tickets,
      PasswordHasher hasher,
      AuditLog audit,
      LimitPasswords limits,
      LimitMails mails,
      TicketSecrets secrets,
      TicketPolicy policy,
      Ids ids,
      InstantSource clock) {
    return new RequestEmailChange(
        users, tickets, hasher, audit, limits, mails, secrets, policy, ids, clock);
  }

  @Singleton
  RequestPasswordReset requestPasswordReset(
      UserStore users,
      TicketStore tickets,
      AuditLog audit,
      LimitMails mails,
      TicketSecrets secrets,
      TicketPolicy policy,
      Ids ids,
      InstantSource clock) {
    return new RequestPasswordReset(users, tickets, audit, mails, secrets, policy, ids, clock);
  }

  @Singleton
  SendPasswordReset sendPasswordReset(
      UserStore users,
      TicketStore tickets,
      TicketSecrets secrets,
      TicketPolicy policy,
      Ids ids,
      InstantSource clock) {
    return new SendPasswordReset(users, tickets, secrets, policy, ids, clock);
  }

  @Singleton
  ReopenPassword reopenPassword(RateLimits limits, LimitPolicy policy) {
    return new ReopenPassword(limits, policy);
  }

  @Singleton
  ResetPassword resetPassword(
      UserStore users,
      TicketStore tickets,
      PasswordHasher hasher,
      CheckPassword passwords,
      ReopenPassword reopenPassword,
      InstantSource clock) {
    return new ResetPassword(users, tickets, hasher, passwords, reopenPassword, clock);
  }
}
