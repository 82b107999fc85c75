package dev.latchkey.bootstrap.settings;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;

import dev.latchkey.crypto.token.AccessTokenType;
import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RegistrationMode;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.mail.smtp.SmtpServer;
import dev.latchkey.rest.security.ProxyNetwork;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The table of all settings. Reading, messages and `docs/configuration.md` come from it.
final class Catalogue {
  private static final Form<RoleName> ROLE =
      new Form<>("a role name such as customer", Forms::roleName);

  static final Setting<Deployment> DEPLOYMENT =
      Setting.optional(
          "LATCHKEY_ENV",
          Form.oneOf(Deployment.class),
          "`production`; `dev` for a [trial](#trial)",
          "`dev` permits weak secrets, cheap hashes and plain HTTP, on a developer's machine only");
  static final Setting<DatabaseAccess> DATABASE_URL =
      Setting.optional(
              "DATABASE_URL",
              new Form<>(
                  "postgresql://user:password@host:5432/database or a jdbc:postgresql: URL",
                  DatabaseUrl::parse),
              "none: an embedded PostgreSQL under `LATCHKEY_HOME`",
              "the PostgreSQL to use; several hosts are allowed")
          .alsoAs("POSTGRES_DSN")
          .asSecret();
  static final Setting<Duration> DATABASE_WAIT =
      Setting.of(
          "DATABASE_WAIT_SECONDS",
          Form.duration(SECONDS, 0, 3_600),
          "60",
          "how long the start waits for the PostgreSQL of `DATABASE_URL`");
  static final Setting<Secret> JWT_SECRET =
      Setting.optional(
              "JWT_SECRET",
              Forms.SECRET,
              "made on the first start and kept in the database",
              "signs the tokens; at least 32 bytes, and none that is well known")
          .alsoAs("SECRET_KEY")
          .asSecret();
  static final Setting<KeyAlgorithm> JWT_ALGORITHM =
      Setting.optional(
              "JWT_ALGORITHM",
              Form.oneOf(KeyAlgorithm.class),
              "`HS256`, or what the deployment signs with already",
              "how access tokens are signed; all but HS256 publish their keys and rotate them")
          .alsoAs("ALGORITHM");
  static final Setting<AccessTokenType> ACCESS_TOKEN_TYPE =
      Setting.of(
          "ACCESS_TOKEN_TYPE",
          Form.oneOf(AccessTokenType.class),
          "at+jwt",
          "the `typ` of access tokens; `JWT` for services whose library takes no other, such as"
              + " Spring Security without a bean of yours");
  static final Setting<List<EncryptionKey>> KEY_ENCRYPTION_KEY =
      Setting.optional(
              "KEY_ENCRYPTION_KEY",
              Form.list(new Form<>("32 bytes in base64", EncryptionKey::parse)),
              "none; for a [trial](#trial) made on the first start and kept in `LATCHKEY_HOME`",
              "seals the private keys in the database; needed unless JWT_ALGORITHM is HS256. Of"
                  + " several, the first seals and all open")
          .asSecret();
  static final Setting<Duration> KEY_ROTATION =
      Setting.of(
          "KEY_ROTATION_DAYS",
          Form.duration(DAYS, 1, 3_650),
          "90",
          "how long a key signs before the next one takes over; not with HS256");
  static final Setting<String> JWT_ISSUER =
      Setting.optional(
          "JWT_ISSUER", Forms.NAME, "`PUBLIC_URL`", "the `iss` claim of access tokens");
  static final Setting<String> JWT_AUDIENCE =
      Setting.of("JWT_AUDIENCE", Forms.NAME, "latchkey", "the `aud` claim of access tokens");
  static final Setting<Duration> ACCESS_LIFETIME =
      Setting.of(
              "ACCESS_TOKEN_EXPIRES_SECONDS",
              Form.duration(SECONDS, 30, 86_400),
              "900",
              "how long an access token is good")
          .alsoAs("ACCESS_TOKEN_EXPIRE_MINUTES", Form.duration(MINUTES, 1, 1_440))
          .alsoAs("TOKEN_EXPIRE_MINUTES", Form.duration(MINUTES, 1, 1_440));
  static final Setting<Duration> REFRESH_LIFETIME =
      Setting.of(
              "REFRESH_TOKEN_EXPIRES_DAYS",
              Form.duration(DAYS, 1, 3_650),
              "30",
              "how long a session lives from its log-in on; rotation never moves it")
          .alsoAs("REFRESH_TOKEN_EXPIRE_DAYS");
  static final Setting<Duration> IDLE =
      Setting.of(
          "SESSION_IDLE_DAYS",
          Form.duration(DAYS, 1, 3_650),
          "14",
          "how long a session lives on without a refresh");
  static final Setting<Duration> GRACE =
      Setting.of(
          "REFRESH_GRACE_SECONDS",
          Form.duration(SECONDS, 0, 300),
          "30",
          "how long a spent refresh token still gives the same successor; 0 is strict");
  static final Setting<Integer> MAX_SESSIONS =
      Setting.of(
          "MAX_SESSIONS_PER_USER",
          Form.integer(1, 1_000),
          "50",
          "one more ends the session that was idle longest");
  static final Setting<PasswordAlgorithm> PASSWORD_ALGORITHM =
      Setting.of(
          "PASSWORD_ALGORITHM",
          Form.oneOf(PasswordAlgorithm.class),
          "argon2id",
          "what new passwords are hashed with; hashes of another are renewed at log-in");
  static final Setting<Integer> ARGON2_MEMORY =
      Setting.of(
          "ARGON2_MEMORY_KIB", Form.integer(8, 262_144), "19456", "memory that one hash takes");
  static final Setting<Integer> ARGON2_ITERATIONS =
      Setting.of("ARGON2_ITERATIONS", Form.integer(1, 10), "2", "passes over that memory");
  static final Setting<Integer> ARGON2_PARALLELISM =
      Setting.of("ARGON2_PARALLELISM", Form.integer(1, 4), "1", "lanes of one hash");
  static final Setting<Integer> BCRYPT_COST =
      Setting.of("BCRYPT_COST", Form.integer(4, 16), "12", "log2 of bcrypt's rounds; at least 10");
  static final Setting<Integer> PASSWORD_MIN_LENGTH =
      Setting.of(
          "PASSWORD_MIN_LENGTH",
          Form.integer(PasswordPolicy.LEAST_MIN_LENGTH, RawPassword.MAX_CODE_POINTS),
          "8",
          "the fewest characters of a new password");
  static final Setting<List<String>> PASSWORD_CONTEXT_WORDS =
      Setting.of(
          "PASSWORD_CONTEXT_WORDS",
          Form.list(Form.text("3 to 64 characters", Forms::isWord)),
          "",
          "names that no password may be made of: of your company, product or place");
  static final Setting<URI> BREACH_CHECK_URL =
      Setting.optional(
          "BREACH_CHECK_URL",
          new Form<>("an absolute http or https URL without a slash at its end", Forms::publicUrl),
          "none: nobody is asked",
          "asks this server whether a new password was in a breach, such as"
              + " `https://api.pwnedpasswords.com/range`; https, but for localhost");
  static final Setting<RoleName> DEFAULT_ROLE =
      Setting.of("DEFAULT_ROLE", ROLE, "user", "the role of who asks for none; never `admin`");
  static final Setting<List<RoleName>> SELF_ASSIGNABLE_ROLES =
      Setting.of(
          "SELF_ASSIGNABLE_ROLES",
          Form.list(ROLE),
          "user,customer",
          "what a registration may ask for; never `admin`; empty for none");
  static final Setting<List<RoleName>> ROLES =
      Setting.of(
          "ROLES", Form.list(ROLE), "user,customer,admin", "all roles; `admin` is one of them");
  static final Setting<RegistrationMode> REGISTRATION =
      Setting.of(
          "REGISTRATION",
          new Form<>("open or private or closed", Forms::registrationMode),
          "open",
          "`private` tells by mail alone whether an address is known; `closed` lets nobody register");
  static final Setting<Switch> REQUIRE_VERIFIED_EMAIL =
      Setting.of(
          "REQUIRE_VERIFIED_EMAIL",
          Form.oneOf(Switch.class),
          "off",
          "whether nobody logs in before the address is verified");
  static final Setting<Duration> VERIFICATION_LIFE =
      Setting.of(
          "EMAIL_VERIFICATION_EXPIRES_HOURS",
          Form.duration(HOURS, 1, 168),
          "24",
          "how long the link is good that verifies an address");
  static final Setting<Duration> RESET_LIFE =
      Setting.of(
          "PASSWORD_RESET_EXPIRES_MINUTES",
          Form.duration(MINUTES, 5, 1_440),
          "30",
          "how long the link is good that sets a new password");
  static final Setting<Duration> EMAIL_CHANGE_LIFE =
      Setting.of(
          "EMAIL_CHANGE_EXPIRES_MINUTES",
          Form.duration(MINUTES, 5, 1_440),
          "60",
          "how long the link is good that changes an address");
  static final Setting<EmailAddress> ADMIN_EMAIL =
      Setting.optional(
          "BOOTSTRAP_ADMIN_EMAIL",
          new Form<>("an e-mail address", EmailAddress::parse),
          "none",
          "makes the first administrator, once");
  static final Setting<Secret> ADMIN_PASSWORD =
      Setting.optional(
              "BOOTSTRAP_ADMIN_PASSWORD",
              Forms.SECRET,
              "none",
              "the first administrator's password; there is no default")
          .asSecret();
  static final Setting<URI> PUBLIC_URL =
      Setting.optional(
          "PUBLIC_URL",
          new Form<>("an absolute http or https URL without a slash at its end", Forms::publicUrl),
          "`http://localhost:` and `PORT`",
          "every link and the issuer come from it; https, but for localhost");
  static final Setting<List<String>> CORS_ORIGINS =
      Setting.of(
          "CORS_ORIGINS",
          Form.list(new Form<>("an origin such as https://app.example.org", Forms::origin)),
          "",
          "origins whose scripts may call; `*` is refused");
  static final Setting<List<ProxyNetwork>> TRUSTED_PROXIES =
      Setting.of(
          "TRUSTED_PROXIES",
          Form.list(
              new Form<>(
                  "an address or a network such as 10.0.0.0/8, of no fewer bits than /8, of IPv6 /7",
                  ProxyNetwork::parse)),
          "",
          "proxies whose `X-Forwarded-For` or `Forwarded` is believed");
  static final Setting<String> HOST =
      Setting.of(
          "HOST",
          Forms.HOST,
          "127.0.0.1",
          "the address to listen on; `0.0.0.0` in a container or behind a proxy elsewhere");
  static final Setting<Integer> PORT =
      Setting.of("PORT", Form.integer(1, 65_535), "8080", "the port to listen on");
  static final Setting<LogFormat> LOG_FORMAT =
      Setting.of(
          "LOG_FORMAT",
          Form.oneOf(LogFormat.class),
          "text",
          "a line of the log for people, or a JSON object");
  static final Setting<LogLevel> LOG_LEVEL =
      Setting.of(
          "LOG_LEVEL",
          Form.oneOf(LogLevel.class),
          "info",
          "how much is logged; `debug` is for looking into one matter, not for production");
  static final Setting<Switch> ACCESS_LOG =
      Setting.of(
          "ACCESS_LOG",
          Form.oneOf(Switch.class),
          "off",
          "whether each request has a line in the log");
  static final Setting<Integer> MANAGEMENT_PORT =
      Setting.optional(
          "MANAGEMENT_PORT",
          Form.integer(1, 65_535),
          "none: not served",
          "serves `/metrics` and health without a token, and nothing else");
  static final Setting<String> MANAGEMENT_HOST =
      Setting.of(
          "MANAGEMENT_HOST",
          Forms.HOST,
          "127.0.0.1",
          "the address that `MANAGEMENT_PORT` listens on; never one that clients reach");
  static final Setting<String> API_PREFIX =
      Setting.of(
          "API_PREFIX",
          Form.text(
              "empty, or segments such as /api/v1",
              text -> text.matches("(/[0-9A-Za-z_~-]{1,64}){0,8}")),
          "",
          "what every path of the interface begins with");
  static final Setting<Switch> SESSION_CACHE =
      Setting.of(
          "SESSION_CACHE",
          Form.oneOf(Switch.class),
          "on",
          "whether this node [remembers live sessions](features/session.md#what-a-node-remembers),"
              + " on a connection more; `off` behind a pooler that shares connections");
  static final Setting<Path> HOME =
      Setting.of(
          "LATCHKEY_HOME",
          new Form<>("a folder", Forms::folder),
          "~/.local/share/latchkey",
          "where the embedded PostgreSQL keeps its data");
  static final Setting<Switch> JVM_FLAGS =
      Setting.of(
          "JVM_FLAGS",
          Form.oneOf(Switch.class),
          "on",
          "whether the service, on Linux, gives its JVM the [flags](operations.md#flags-of-the-jvm)"
              + " that suit it; read from the variable or the property alone, not from a file");
  static final Setting<Switch> HOUSEKEEPING =
      Setting.of(
          "HOUSEKEEPING",
          Form.oneOf(Switch.class),
          "on",
          "whether this node removes what has had its time; one node at least should");
  static final Setting<Duration> SESSION_RETENTION =
      Setting.of(
          "SESSION_RETENTION_DAYS",
          Form.duration(DAYS, 30, 3_650),
          "30",
          "how long a session is kept after its end; those of the last 30 days make a network"
              + " known to the limits and a device known to the notices");
  static final Setting<Duration> MAIL_RETENTION =
      Setting.of(
          "MAIL_RETENTION_DAYS",
          Form.duration(DAYS, 0, 3_650),
          "7",
          "how long a mail is kept that was sent or given up");
  static final Setting<Duration> AUDIT_RETENTION =
      Setting.of(
          "AUDIT_RETENTION_DAYS",
          Form.duration(DAYS, 30, 36_500),
          "365",
          "how long the audit keeps an event");
  static final Setting<Switch> DOCS =
      Setting.of(
          "DOCS", Form.oneOf(Switch.class), "on", "whether `/docs` and `/openapi.yaml` are served");

  static final Setting<SmtpServer> SMTP_URL =
      Setting.optional(
              "SMTP_URL",
              MailForms.SMTP,
              "none: mails wait, but for `LATCHKEY_ENV=dev`, where `/dev/mail` shows them",
              "the server that mails are sent by; `smtp` needs STARTTLS, but for this machine")
          .asSecret();
  static final Setting<String> MAIL_FROM =
      Setting.optional(
          "MAIL_FROM", MailForms.SENDER, "none", "who mails are from; needed with `SMTP_URL`");
  static final Setting<String> PRODUCT_NAME =
      Setting.of("PRODUCT_NAME", MailForms.LINE, "Latchkey", "how mails call the service");
  static final Setting<Map<MailKind, String>> MAIL_SUBJECTS =
      Setting.of(
          "MAIL_SUBJECTS",
          MailForms.SUBJECTS,
          "",
          "subjects in place of the usual ones; `{product}` stands for `PRODUCT_NAME`");
  static final Setting<List<MailKind>> MAIL_NOTICES =
      Setting.of(
          "MAIL_NOTICES",
          Form.list(MailForms.NOTICE),
          "password_changed,email_changed,new_device,wrong_passwords",
          "what people are told of by mail unasked; empty for nothing");

  private static final List<Setting<?>> OWN =
      List.of(
          DEPLOYMENT,
          PUBLIC_URL,
          HOST,
          PORT,
          API_PREFIX,
          CORS_ORIGINS,
          TRUSTED_PROXIES,
          DOCS,
          LOG_FORMAT,
          LOG_LEVEL,
          ACCESS_LOG,
          MANAGEMENT_PORT,
          MANAGEMENT_HOST,
          SMTP_URL,
          MAIL_FROM,
          PRODUCT_NAME,
          MAIL_SUBJECTS,
          MAIL_NOTICES,
          DATABASE_URL,
          DATABASE_WAIT,
          SESSION_CACHE,
          HOME,
          JVM_FLAGS,
          JWT_SECRET,
          JWT_ALGORITHM,
          ACCESS_TOKEN_TYPE,
          KEY_ENCRYPTION_KEY,
          KEY_ROTATION,
          JWT_ISSUER,
          JWT_AUDIENCE,
          ACCESS_LIFETIME,
          REFRESH_LIFETIME,
          IDLE,
          GRACE,
          MAX_SESSIONS,
          HOUSEKEEPING,
          SESSION_RETENTION,
          MAIL_RETENTION,
          AUDIT_RETENTION,
          PASSWORD_ALGORITHM,
          ARGON2_MEMORY,
          ARGON2_ITERATIONS,
          ARGON2_PARALLELISM,
          BCRYPT_COST,
          PASSWORD_MIN_LENGTH,
          PASSWORD_CONTEXT_WORDS,
          BREACH_CHECK_URL,
          REGISTRATION,
          REQUIRE_VERIFIED_EMAIL,
          VERIFICATION_LIFE,
          RESET_LIFE,
          EMAIL_CHANGE_LIFE,
          ROLES,
          DEFAULT_ROLE,
          SELF_ASSIGNABLE_ROLES,
          ADMIN_EMAIL,
          ADMIN_PASSWORD);

  /// In the order in which they are documented.
  static final List<Setting<?>> ALL =
      Stream.concat(OWN.stream(), LimitSettings.ALL.stream()).toList();

  private Catalogue() {}
}
