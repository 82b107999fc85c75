package com.example.accounts;

import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.limit.WarnOfGuesses;
import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.application.session.CheckAccess;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.crypto.password.CommonPasswords;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.BreachedPasswords;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.port.TicketSecrets;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.RolePolicy;
import dev.latchkey.testkit.limit.InMemoryRateLimits;
import dev.latchkey.testkit.store.InMemoryStores;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The use cases, a bean each, and stores in memory for a trial.
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

  @Bean
  InMemoryStores stores() {
    return new InMemoryStores();
  }

  @Bean
  RateLimits rateLimits() {
    return new InMemoryRateLimits();
  }

  @Bean
  SessionPolicy sessionPolicy() {
    return SessionPolicy.standard();
  }

  @Bean
  RegisterUser registerUser(
      InMemoryStores stores,
      PasswordHasher hasher,
      TicketSecrets secrets,
      Ids ids,
      RateLimits limits,
      InstantSource clock) {
    return new RegisterUser(
        stores.users(),
        stores.tickets(),
        hasher,
        new CheckPassword(new PasswordPolicy(8, CommonPasswords.load()), BreachedPasswords.none()),
        RolePolicy.standard(),
        AccountPolicy.standard(),
        secrets,
        TicketPolicy.standard(),
        ids,
        limits,
        LimitPolicy.standard(),
        clock);
  }

  @Bean
  LogIn logIn(
      InMemoryStores stores,
      PasswordHasher hasher,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      Ids ids,
      RateLimits limits,
      SessionPolicy sessions,
      InstantSource clock) {
    return new LogIn(
        stores.users(),
        stores.sessions(),
        hasher,
        accessTokens,
        refreshTokens,
        ids,
        stores.audit(),
        new LimitPasswords(limits, LimitPolicy.standard(), stores.sessions(), clock),
        new WarnOfGuesses(stores.tickets(), limits, clock),
        sessions,
        AccountPolicy.standard(),
        clock);
  }

  @Bean
  CheckAccess checkAccess(InMemoryStores stores, AccessTokens accessTokens, InstantSource clock) {
    return new CheckAccess(stores.sessions(), accessTokens, clock);
  }
}
