package dev.latchkey.bootstrap.settings;

import static dev.latchkey.bootstrap.settings.Catalogue.*;
import static dev.latchkey.bootstrap.settings.Catalogue.MAIL_FROM;
import static dev.latchkey.bootstrap.settings.Catalogue.MAIL_NOTICES;
import static dev.latchkey.bootstrap.settings.Catalogue.MAIL_SUBJECTS;
import static dev.latchkey.bootstrap.settings.Catalogue.PRODUCT_NAME;
import static dev.latchkey.bootstrap.settings.Catalogue.SMTP_URL;

import dev.latchkey.domain.housekeeping.Retention;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.RolePolicy;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the settings together, and checks what no single one of them shows.
final class Checks {
  private static final int LEAST_BCRYPT_COST = 10;

  private final Values values;
  private final Deployment deployment;
  private final boolean strict;

  Checks(Values values) {
    this.values = values;
    deployment =
        values
            .find(DEPLOYMENT)
            .orElseGet(() -> isTrial(values) ? Deployment.DEV : Deployment.PRODUCTION);
    strict = deployment == Deployment.PRODUCTION;
  }

  /// The settings; they hold only where the values have no problems. Empty where they do not even
  /// fit together.
  Optional<Settings> settings() {
    var http = http();
    var mail = mail();
    var log = log();
    var management = management(http);
    var database = database();
    var tokens = tokens(http.publicUrl());
    var sessions = sessions();
    var passwords = passwords();
    var roles = roles();
    var housekeeping = housekeeping();
    var admin = firstAdmin(passwords.minLength());
    var limits = limits();
    var home = values.get(HOME);
    // The launcher has gone by it already.
    values.get(JVM_FLAGS);
    var databaseWait = values.get(DATABASE_WAIT);
    if (!values.problems().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Settings(
            deployment,
            http,
            mail,
            log,
            management,
            home,
            database,
            databaseWait,
            values.get(SESSION_CACHE) == Switch.ON,
            tokens,
            sessions,
            passwords,
            roles.orElseThrow(),
            new AccountPolicy(
                values.get(REGISTRATION), values.get(REQUIRE_VERIFIED_EMAIL) == Switch.ON),
            new TicketPolicy(
                values.get(VERIFICATION_LIFE),
                values.get(RESET_LIFE),
                values.get(EMAIL_CHANGE_LIFE)),
            housekeeping,
            admin,
            limits));
  }

  private HttpSettings http() {
    var port = values.get(PORT);
    var url = values.find(PUBLIC_URL).orElseGet(() -> URI.create("http://localhost:" + port));
    if (strict && isPlain(url)) {
      values.refuse(PUBLIC_URL, "must begin with https outside LATCHKEY_ENV=dev");
    }
    return new HttpSettings(
        values.get(HOST),
        port,
        values.get(API_PREFIX),
        url,
        values.get(CORS_ORIGINS),
        values.get(TRUSTED_PROXIES),
        values.get(DOCS) == Switch.ON);
  }

  private LogSettings log() {
    return new LogSettings(
        values.get(LOG_FORMAT), values.get(LOG_LEVEL), values.get(ACCESS_LOG) == Switch.ON);
  }

  /// Whether somebody tries the service out, so that nobody else can reach it: it was started by
  /// the build's `run`, and uses nothing beyond this machine.
  private static boolean isTrial(Values values) {
    return values.isMarkedAsTrial()
        && values.find(DATABASE_URL).isEmpty()
        && Forms.isLoopback(values.get(HOST))
        && values.find(PUBLIC_URL).map(url -> Forms.isLoopback(url.getHost())).orElse(true);
  }

  private MailSettings mail() {
    var smtp = values.find(SMTP_URL).orElse(null);
    var from = values.find(MAIL_FROM);
    if (smtp != null) {
      check(MAIL_FROM, from.isPresent(), "is needed where SMTP_URL is set");
      check(
          SMTP_URL,
          !strict || !smtp.isPlainAndRemote(),
          "starttls=off is refused for another machine outside LATCHKEY_ENV=dev");
    }
    return new MailSettings(
        smtp,
        from.orElse(""),
        values.get(PRODUCT_NAME),
        values.get(MAIL_SUBJECTS),
        Set.copyOf(MailForms.noticesBut(values.get(MAIL_NOTICES))));
  }

  private @Nullable ManagementSettings management(HttpSettings http) {
    var host = values.get(MANAGEMENT_HOST);
    var port = values.find(MANAGEMENT_PORT);
    check(MANAGEMENT_PORT, port.filter(p -> p == http.port()).isEmpty(), "must not be PORT");
    return port.map(p -> new ManagementSettings(host, p)).orElse(null);
  }

  private @Nullable DatabaseAccess database() {
    var database = values.find(DATABASE_URL).orElse(null);
    if (database != null && strict && DatabaseUrl.isPlainAndRemote(database)) {
      values.refuse(
          DATABASE_URL,
          "sslmode=disable is refused for another machine outside LATCHKEY_ENV=dev; leave it out"
              + " or use verify-full");
    }
    return database;
  }

  private TokenSettings tokens(URI publicUrl) {
    var secret = values.find(JWT_SECRET).orElse(null);
    if (secret != null && strict) {
      WeakSecret.reason(secret.reveal())
          .ifPresent(why -> values.refuse(JWT_SECRET, "the secret " + why));
    }
    var algorithm = values.find(JWT_ALGORITHM).orElse(null);
    var encryptionKeys = values.find(KEY_ENCRYPTION_KEY).orElse(List.of());
    check(
        KEY_ENCRYPTION_KEY,
        !strict || algorithm == null || !algorithm.hasPublicKey() || !encryptionKeys.isEmpty(),
        "is needed for JWT_ALGORITHM=%s outside LATCHKEY_ENV=dev; make one with: openssl rand -base64 32"
            .formatted(algorithm));
    return new TokenSettings(
        algorithm,
        values.get(ACCESS_TOKEN_TYPE),
        secret,
        values.get(KEY_ROTATION),
        encryptionKeys,
        values.find(JWT_ISSUER).orElse(publicUrl.toString()),
        values.get(JWT_AUDIENCE));
  }

  private SessionPolicy sessions() {
    // The longest access token lives no longer than the shortest session.
    return new SessionPolicy(
        values.get(ACCESS_LIFETIME),
        values.get(REFRESH_LIFETIME),
        values.get(IDLE),
        values.get(GRACE),
        values.get(MAX_SESSIONS));
  }

  private HousekeepingSettings housekeeping() {
    return new HousekeepingSettings(
        values.get(HOUSEKEEPING) == Switch.ON,
        new Retention(
            values.get(SESSION_RETENTION),
            values.get(MAIL_RETENTION),
            values.get(AUDIT_RETENTION)));
  }

  private PasswordSettings passwords() {
    var argon2 =
        new PasswordSettings.Argon2Settings(
            values.get(ARGON2_MEMORY),
            values.get(ARGON2_ITERATIONS),
            values.get(ARGON2_PARALLELISM));
    if (strict && !Argon2Floor.holds(argon2)) {
      values.refuse(ARGON2_MEMORY, Argon2Floor.complaint(argon2));
    }
    if (argon2.memoryKib() < 8 * argon2.parallelism()) {
      values.refuse(ARGON2_MEMORY, "must be at least 8 times ARGON2_PARALLELISM");
    }
    var cost = values.get(BCRYPT_COST);
    if (strict && cost < LEAST_BCRYPT_COST) {
      values.refuse(BCRYPT_COST, "must be at least 10 outside LATCHKEY_ENV=dev");
    }
    return new PasswordSettings(
        values.get(PASSWORD_ALGORITHM),
        argon2,
        cost,
        values.get(PASSWORD_MIN_LENGTH),
        new HashSet<>(values.get(PASSWORD_CONTEXT_WORDS)),
        breachCheckUrl());
  }

  private @Nullable URI breachCheckUrl() {
    var url = values.find(BREACH_CHECK_URL).orElse(null);
    if (url != null && strict && isPlain(url)) {
      values.refuse(BREACH_CHECK_URL, "must begin with https outside LATCHKEY_ENV=dev");
    }
    return url;
  }

  private static boolean isPlain(URI url) {
    return url.getScheme().equals("http") && !Forms.isLoopback(url.getHost());
  }

  private Optional<RolePolicy> roles() {
    var roles = values.find(ROLES).map(HashSet::new);
    var standard = values.find(DEFAULT_ROLE);
    var assignable = values.find(SELF_ASSIGNABLE_ROLES).map(HashSet::new);
    if (roles.isEmpty() || standard.isEmpty() || assignable.isEmpty()) {
      return Optional.empty();
    }
    var known = roles.get();
    var before = values.problems().size();
    check(ROLES, known.contains(RoleName.ADMIN), "admin must be among the roles");
    check(DEFAULT_ROLE, known.contains(standard.get()), "is not among ROLES");
    check(DEFAULT_ROLE, isNotAdmin(standard.get()), "admin cannot be the default");
    check(SELF_ASSIGNABLE_ROLES, known.containsAll(assignable.get()), "not all are among ROLES");
    check(
        SELF_ASSIGNABLE_ROLES,
        assignable.get().stream().allMatch(Checks::isNotAdmin),
        "admin can never be self-assignable");
    return values.problems().size() == before
        ? Optional.of(new RolePolicy(known, standard.get(), assignable.get()))
        : Optional.empty();
  }

  private static boolean isNotAdmin(RoleName role) {
    return !role.equals(RoleName.ADMIN);
  }

  private LimitPolicy limits() {
    if (strict && values.get(LimitSettings.RATE_LIMITS) == Switch.OFF) {
      values.refuse(LimitSettings.RATE_LIMITS, "off is refused outside LATCHKEY_ENV=dev");
    }
    return LimitSettings.policy(values);
  }

  private @Nullable FirstAdmin firstAdmin(int minLength) {
    var email = values.find(ADMIN_EMAIL);
    var password = values.find(ADMIN_PASSWORD).map(secret -> new RawPassword(secret.reveal()));
    password.ifPresent(given ->
        check(
            ADMIN_PASSWORD,
            given.length() >= minLength && !given.isTooLong() && !given.isMalformed(),
            "the password must have %d to 256 characters".formatted(minLength)));
    if (email.isPresent() != password.isPresent() && values.problems().isEmpty()) {
      values.refuse(
          email.isPresent() ? ADMIN_PASSWORD : ADMIN_EMAIL,
          "is needed where %s is set"
              .formatted((email.isPresent() ? ADMIN_EMAIL : ADMIN_PASSWORD).name()));
    }
    return email.isPresent() && password.isPresent()
        ? new FirstAdmin(email.get(), password.get())
        : null;
  }

  private void check(Setting<?> setting, boolean holds, String otherwise) {
    if (!holds) {
      values.refuse(setting, otherwise);
    }
  }
}
