package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.limit.WarnOfGuesses;
import dev.latchkey.application.session.CheckAccess;
import dev.latchkey.application.session.EndSession;
import dev.latchkey.application.session.FindSessions;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.application.session.LogOut;
import dev.latchkey.application.session.RecallAccess;
import dev.latchkey.application.session.RefreshSession;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.rest.limit.NodeLimits;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

@Factory
final class SessionWiring {

  @Singleton
  SessionPolicy policy(Settings settings) {
    return settings.sessions();
  }

  @Singleton
  LogIn logIn(
      UserStore users,
      SessionStore sessions,
      PasswordHasher hasher,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      Ids ids,
      AuditLog audit,
      LimitPasswords limitPasswords,
      WarnOfGuesses warnOfGuesses,
      SessionPolicy policy,
      AccountPolicy accounts,
      InstantSource clock) {
    return new LogIn(
        users,
        sessions,
        hasher,
        accessTokens,
        refreshTokens,
        ids,
        audit,
        limitPasswords,
        warnOfGuesses,
        policy,
        accounts,
        clock);
  }

  @Singleton
  RefreshSession refreshSession(
      SessionStore sessions,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      Ids ids,
      NodeLimits limits,
      LimitPolicy limitPolicy,
      SessionPolicy policy,
      InstantSource clock) {
    return new RefreshSession(
        sessions, accessTokens, refreshTokens, ids, limits, limitPolicy, policy, clock);
  }

  @Singleton
  LogOut logOut(SessionStore sessions, RefreshTokens refreshTokens, InstantSource clock) {
    return new LogOut(sessions, refreshTokens, clock);
  }

  @Singleton
  CheckAccess checkAccess(SessionStore sessions, AccessTokens accessTokens, InstantSource clock) {
    return new CheckAccess(sessions, accessTokens, clock);
  }

  @Singleton
  RecallAccess recallAccess(SessionStore sessions, AccessTokens accessTokens, InstantSource clock) {
    return new RecallAccess(sessions, accessTokens, clock);
  }

  @Singleton
  FindSessions findSessions(UserStore users, SessionStore sessions, InstantSource clock) {
    return new FindSessions(users, sessions, clock);
  }

  @Singleton
  EndSession endSession(SessionStore sessions, InstantSource clock) {
    return new EndSession(sessions, clock);
  }
}
