package dev.latchkey.bootstrap.docs;

import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.application.account.Registration;
import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.limit.WarnOfGuesses;
import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.crypto.id.UuidV7Ids;
import dev.latchkey.crypto.password.Argon2Implementation;
import dev.latchkey.crypto.password.Argon2Parameters;
import dev.latchkey.crypto.password.Argon2idPasswordHasher;
import dev.latchkey.crypto.password.CommonPasswords;
import dev.latchkey.crypto.token.HmacTicketSecrets;
import dev.latchkey.crypto.token.Hs256RefreshTokens;
import dev.latchkey.crypto.token.JwtAccessTokens;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.crypto.token.TokenKeys;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.BreachedPasswords;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.RolePolicy;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.limit.InMemoryRateLimits;
import dev.latchkey.testkit.store.InMemoryStores;
import java.security.SecureRandom;
import java.time.InstantSource;

/// What the README shows of embedding, so that it compiles and runs.
final class EmbeddingExample {

  private EmbeddingExample() {}

  static User run() {
    var random = new SecureRandom();
    // The README shows from here on.
    var stores = new InMemoryStores(); // yours in earnest: a UserStore, a SessionStore …
    var costs = Argon2Parameters.RECOMMENDED;
    var hasher = new Argon2idPasswordHasher(costs, Argon2Implementation.best(), random);
    var secret = new SigningSecret(random.generateSeed(32)); // yours in earnest: kept
    var clock = InstantSource.system();
    var ids = new UuidV7Ids();
    var policy = SessionPolicy.standard();
    var access =
        new JwtAccessTokens(
            TokenKeys.of(secret),
            "https://id.example.org",
            "example",
            policy.accessLifetime(),
            clock);
    var refresh = new Hs256RefreshTokens(secret);
    var rules = new PasswordPolicy(8, CommonPasswords.load());
    var passwords = new CheckPassword(rules, BreachedPasswords.none());
    var roles = RolePolicy.standard();
    var counters = new InMemoryRateLimits(); // yours in earnest: a RateLimits
    var limits = LimitPolicy.standard();
    var secrets = new HmacTicketSecrets(secret);
    var accounts = AccountPolicy.standard();
    var registerUser =
        new RegisterUser(
            stores.users(),
            stores.tickets(),
            hasher,
            passwords,
            roles,
            accounts,
            secrets,
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
            refresh,
            ids,
            stores.audit(),
            new LimitPasswords(counters, limits, stores.sessions(), clock),
            new WarnOfGuesses(stores.tickets(), counters, clock),
            policy,
            accounts,
            clock);

    var password = new RawPassword("plum-kettle-orbit");
    registerUser.register(Registration.of("ada@example.org", password), Origin.UNKNOWN);
    var outcome = logIn.logIn("ada@example.org", password, Origin.UNKNOWN);
    // Up to here.
    return ((LogIn.LoggedIn) outcome).pair().user();
  }
}
