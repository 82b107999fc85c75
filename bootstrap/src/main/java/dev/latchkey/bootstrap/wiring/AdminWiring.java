package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.admin.CountUsers;
import dev.latchkey.application.admin.CreateAdmin;
import dev.latchkey.application.admin.EndUserSessions;
import dev.latchkey.application.admin.ExportUsers;
import dev.latchkey.application.admin.FindUsers;
import dev.latchkey.application.admin.ImportUsers;
import dev.latchkey.application.admin.PurgeUser;
import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.crypto.password.ForeignHashFormats;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.port.UserTransfer;
import dev.latchkey.domain.user.RolePolicy;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

@Factory
final class AdminWiring {

  @Singleton
  FindUsers findUsers(UserStore users) {
    return new FindUsers(users);
  }

  @Singleton
  CountUsers countUsers(UserStore users, InstantSource clock) {
    return new CountUsers(users, clock);
  }

  @Singleton
  PurgeUser purgeUser(UserStore users, InstantSource clock) {
    return new PurgeUser(users, clock);
  }

  @Singleton
  EndUserSessions endUserSessions(UserStore users, SessionStore sessions, InstantSource clock) {
    return new EndUserSessions(users, sessions, clock);
  }

  @Singleton
  ImportUsers importUsers(UserTransfer users, RolePolicy roles, Ids ids, InstantSource clock) {
    return new ImportUsers(users, new ForeignHashFormats(), roles, ids, clock);
  }

  @Singleton
  ExportUsers exportUsers(UserTransfer users, AuditLog audit, InstantSource clock) {
    return new ExportUsers(users, audit, clock);
  }

  @Singleton
  CreateAdmin createAdmin(
      UserStore users,
      PasswordHasher hasher,
      CheckPassword passwords,
      Ids ids,
      InstantSource clock) {
    return new CreateAdmin(users, hasher, passwords, ids, clock);
  }
}
