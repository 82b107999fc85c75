package com.example.accounts;

import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.limit.WarnOfGuesses;
import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.application.session.CheckAccess;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.crypto.id.UuidV7Ids;
import dev.latchkey.crypto.password.Argon2Implementation;
import dev.latchkey.crypto.password.Argon2Parameters;
import dev.latchkey.crypto.password.Argon2idPasswordHasher;
import dev.latchkey.crypto.password.CommonPasswords;
import dev.latchkey.crypto.password.PooledPasswordHasher;
import dev.latchkey.crypto.token.HmacTicketSecrets;
import dev.latchkey.crypto.token.Hs256RefreshTokens;
import dev.latchkey.crypto.token.JwtAccessTokens;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.crypto.token.TokenKeys;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.port.BreachedPasswords;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.RolePolicy;
import dev.latchkey.testkit.limit.InMemoryRateLimits;
import dev.latchkey.testkit.store.InMemoryStores;
import java.security.SecureRandom;
import java.time.InstantSource;

/// The use cases that the service needs. A service in earnest gives them stores of its own, and
/// keeps the secret.
record Accounts(RegisterUser register, LogIn logIn, CheckAccess checkAccess) {
  private static final String ISSUER = "http://localhost:8081";
  private static final String AUDIENCE = "accounts";
  private static final int HASHES_AT_ONCE = 2;

  static Accounts inMemory() {
    var random = new SecureRandom();
    var clock = InstantSource.system();
    var ids = new UuidV7Ids();
    var stores = new InMemoryStores();
    var counters = new InMemoryRateLimits();
    var limits = LimitPolicy.standard();
    var accounts = AccountPolicy.standard();
    var sessions = SessionPolicy.standard();
    var secret = new SigningSecret(random.generateSeed(32));
    var argon2 =
        new Argon2idPasswordHasher(
            Argon2Parameters.RECOMMENDED, Argon2Implementation.best(), random);
    var hasher = new PooledPasswordHasher(argon2, HASHES_AT_ONCE);
    var access =
        new JwtAccessTokens(
            TokenKeys.of(secret), ISSUER, AUDIENCE, sessions.accessLifetime(), clock);
    var register =
        new RegisterUser(
            stores.users(),
            stores.tickets(),
            hasher,
            new CheckPassword(
                new PasswordPolicy(8, CommonPasswords.load()), BreachedPasswords.none()),
            RolePolicy.standard(),
            accounts,
            new HmacTicketSecrets(secret),
            TicketPolicy.standard(),
            ids,
            counters,
            limits,
            clock);
    var logIn =
        new LogIn(
            stores.users(),
            stores.sessions(),
            hasher,
            access,
            new Hs256RefreshTokens(secret),
            ids,
            stores.audit(),
            new LimitPasswords(counters, limits, stores.sessions(), clock),
            new WarnOfGuesses(stores.tickets(), counters, clock),
            sessions,
            accounts,
            clock);
    return new Accounts(register, logIn, new CheckAccess(stores.sessions(), access, clock));
  }
}
