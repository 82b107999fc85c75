package dev.latchkey.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.user.RolePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String GOOD_SECRET = "q8Zt3vLw0xYb5nRk7mPd2sHf9jGc4aEu";

  @TempDir Path folder;

  @Test
  void needsNoneToBeSet() {
    var settings = accepted(Map.of());

    assertThat(settings.deployment()).isEqualTo(Deployment.PRODUCTION);
    assertThat(settings.database()).isNull();
    assertThat(settings.firstAdmin()).isNull();
    assertThat(settings.tokens().secret()).isNull();
    assertThat(settings.tokens().issuer()).isEqualTo("http://localhost:8080");
    assertThat(settings.sessions()).isEqualTo(SessionPolicy.standard());
    assertThat(settings.roles()).isEqualTo(RolePolicy.standard());
    assertThat(settings.passwords().argon2())
        .isEqualTo(new PasswordSettings.Argon2Settings(19_456, 2, 1));
    assertThat(settings.http().host()).isEqualTo("127.0.0.1");
    assertThat(settings.home())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".local/share/latchkey"));
  }

  @Test
  void takesThePortOverIntoTheUrlByWhichItIsReached() {
    assertThat(accepted(Map.of("PORT", "9090")).http().publicUrl())
        .hasToString("http://localhost:9090");
  }

  @Test
  void managesOnlyWhereItIsToldTo() {
    assertThat(accepted(Map.of()).management()).isNull();
    assertThat(accepted(Map.of("MANAGEMENT_PORT", "9090")).management())
        .isEqualTo(new ManagementSettings("127.0.0.1", 9090));
  }

  @Test
  void logsAsItIsTold() {
    assertThat(accepted(Map.of()).log()).isEqualTo(LogSettings.STANDARD);
    assertThat(
            accepted(Map.of("LOG_FORMAT", "json", "LOG_LEVEL", "debug", "ACCESS_LOG", "on")).log())
        .isEqualTo(new LogSettings(LogFormat.JSON, LogLevel.DEBUG, true));
  }

  @Test
  void understandsTheOtherNames() {
    var settings =
        accepted(
            Map.of(
                "POSTGRES_DSN", "postgresql+asyncpg://app:p%40ss@db:5433/auth?application_name=x",
                "SECRET_KEY", GOOD_SECRET,
                "ALGORITHM", "HS256",
                "TOKEN_EXPIRE_MINUTES", "5",
                "REFRESH_TOKEN_EXPIRE_DAYS", "7"));

    assertThat(settings.database())
        .satisfies(database -> {
          assertThat(database.url())
              .startsWith("jdbc:postgresql://db:5433/auth?")
              .contains("ApplicationName=x");
          assertThat(database.user()).isEqualTo("app");
          assertThat(database.password()).isEqualTo(new Secret("p@ss"));
        });
    assertThat(settings.tokens().secret()).isEqualTo(new Secret(GOOD_SECRET));
    assertThat(settings.sessions().accessLifetime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.sessions().lifetime()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void readsASecretFromAFileWithoutItsLastNewline() throws IOException {
    var file = Files.writeString(folder.resolve("secret"), GOOD_SECRET + "\n");

    var settings = accepted(Map.of("JWT_SECRET_FILE", file.toString()));

    assertThat(settings.tokens().secret()).isEqualTo(new Secret(GOOD_SECRET));
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThat(refusal(Map.of("JWT_SECRET_FILE", folder + "/none")))
        .contains("  JWT_SECRET_FILE: the file cannot be read")
        .doesNotContain("/none");
  }

  @Test
  void readsPropertiesToo() {
    var properties = Map.of("latchkey.port", "9000", "latchkey.home", folder.toString());

    var reading = Settings.read(new Sources(Map.of(), properties::get));

    assertThat(reading).isInstanceOf(SettingsReading.Accepted.class);
    var settings = ((SettingsReading.Accepted) reading).settings();
    assertThat(settings.http().port()).isEqualTo(9000);
    assertThat(settings.home()).isEqualTo(folder);
  }

  @Test
  void acceptsTwoNamesThatSayTheSame() {
    var both = Map.of("ACCESS_TOKEN_EXPIRES_SECONDS", "300", "ACCESS_TOKEN_EXPIRE_MINUTES", "5");

    assertThat(accepted(both).sessions().accessLifetime()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void refusesTwoNamesThatDiffer() throws IOException {
    var file = Files.writeString(folder.resolve("secret"), GOOD_SECRET.toLowerCase(Locale.ROOT));

    var message =
        refusal(
            Map.of(
                "ACCESS_TOKEN_EXPIRES_SECONDS",
                "300",
                "TOKEN_EXPIRE_MINUTES",
                "6",
                "JWT_SECRET",
                GOOD_SECRET,
                "JWT_SECRET_FILE",
                file.toString()));

    assertThat(message)
        .contains("ACCESS_TOKEN_EXPIRES_SECONDS and TOKEN_EXPIRE_MINUTES are both set and differ")
        .contains("JWT_SECRET and JWT_SECRET_FILE are both set and differ");
  }

  @Test
  @Tag("C175")
  void listsAllThatIsWrongAtOnceALineEachAndShowsNoSecret() {
    var message =
        refusal(
            Map.of(
                "PUBLIC_URL", "http://auth.example.org",
                "ARGON2_MEMORY_KIB", "4096",
                "DATABASE_URL", "postgresql://app:canary1@db.example.org/auth?sslmode=disable",
                "CORS_ORIGINS", "*",
                "SELF_ASSIGNABLE_ROLES", "user,admin",
                "JWT_AUDIENCE", "a\nb",
                "JWT_SECRET", "canary2",
                "BOOTSTRAP_ADMIN_EMAIL", "root@example.org",
                "BOOTSTRAP_ADMIN_PASSWORD", "canary3",
                "PORT", "eighty"));

    assertThat(message.lines()).first().isEqualTo("Latchkey cannot start: 9 settings are wrong.");
    assertThat(message.lines().skip(1).map(line -> line.strip().split(":", -1)[0]))
        .containsExactlyInAnyOrder(
            "PUBLIC_URL",
            "ARGON2_MEMORY_KIB",
            "DATABASE_URL",
            "CORS_ORIGINS",
            "SELF_ASSIGNABLE_ROLES",
            "JWT_AUDIENCE",
            "JWT_SECRET",
            "BOOTSTRAP_ADMIN_PASSWORD",
            "PORT");
    assertThat(message).doesNotContain("canary");
  }

  @Test
  void showsNothingOfASecretThatCannotBeRead() {
    assertThat(refusal(Map.of("DATABASE_URL", "mysql://app:canary@db/auth")))
        .contains("DATABASE_URL: the value is not allowed")
        .doesNotContain("canary");
  }

  @Test
  void showsNoSecretWhenPrinted() {
    var settings =
        accepted(
            Map.of(
                "DATABASE_URL", "postgresql://app:canary1word@db/auth",
                "JWT_SECRET", GOOD_SECRET,
                "BOOTSTRAP_ADMIN_EMAIL", "root@example.org",
                "BOOTSTRAP_ADMIN_PASSWORD", "canary2word"));

    assertThat(settings.toString()).doesNotContain("canary").doesNotContain(GOOD_SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "PORT,0",
    "PORT,65536",
    "PORT,+80",
    "PUBLIC_URL,auth.example.org",
    "PUBLIC_URL,https://auth.example.org/",
    "PUBLIC_URL,https://auth.example.org/?a=b",
    "PUBLIC_URL,https://me:pw@auth.example.org",
    "PUBLIC_URL,ftp://auth.example.org",
    "API_PREFIX,api",
    "API_PREFIX,/api/",
    "API_PREFIX,/../x",
    "CORS_ORIGINS,https://app.example.org/",
    "CORS_ORIGINS,null",
    "DATABASE_URL,mysql://a:b@c/d",
    "DATABASE_URL,postgresql://db/auth",
    "JWT_ALGORITHM,none",
    "JWT_ALGORITHM,hs256",
    "ROLES,'user,customer'",
    "ROLES,'admin,User'",
    "DEFAULT_ROLE,admin",
    "DEFAULT_ROLE,guest",
    "SELF_ASSIGNABLE_ROLES,guest",
    "PASSWORD_MIN_LENGTH,7",
    "PASSWORD_CONTEXT_WORDS,'Acme,AG'",
    "BREACH_CHECK_URL,http://breaches.example.org/range",
    "BREACH_CHECK_URL,https://api.pwnedpasswords.com/range/",
    "BCRYPT_COST,9",
    "ARGON2_ITERATIONS,1",
    "REFRESH_GRACE_SECONDS,-1",
    "SESSION_RETENTION_DAYS,29",
    "BOOTSTRAP_ADMIN_EMAIL,root@example.org",
    "BOOTSTRAP_ADMIN_PASSWORD,long-enough-1",
    "DOCS,true",
    "LOG_FORMAT,xml",
    "LOG_LEVEL,trace",
    "ACCESS_LOG,yes",
    "MANAGEMENT_PORT,8080",
    "MANAGEMENT_PORT,0",
    "MANAGEMENT_HOST,a b",
    "LATCHKEY_ENV,development",
    "MAX_SESSIONS_PER_USER,0"
  })
  void refuses(String name, String value) {
    assertThat(Settings.read(Sources.of(Map.of(name, value))))
        .isInstanceOf(SettingsReading.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"47104,1", "19456,2", "12288,3", "9216,4", "7168,5", "65536,3"})
  void acceptsEveryLineOfTheArgon2Floor(String memory, String iterations) {
    var set = Map.of("ARGON2_MEMORY_KIB", memory, "ARGON2_ITERATIONS", iterations);

    assertThat(accepted(set).passwords().argon2().memoryKib()).isEqualTo(Integer.parseInt(memory));
  }

  @ParameterizedTest
  @CsvSource({"47103,1", "19455,2", "12287,3", "9215,4", "7167,5", "7167,10"})
  @Tag("C175")
  void refusesWhatLiesBelowEveryLineOfTheArgon2Floor(String memory, String iterations) {
    assertThat(refusal(Map.of("ARGON2_MEMORY_KIB", memory, "ARGON2_ITERATIONS", iterations)))
        .contains("ARGON2_MEMORY_KIB: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devsecret",
        "changeme",
        "q8Zt3vLw0xYb5nRk7mPd2sHf9jGc4aE",
        "0123456789012345678901234567890",
        "devsecretdevsecretdevsecretdevsecret",
        "changeme-changeme-changeme-changeme",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "your-super-secret-jwt-key-change-in-production",
        "your-256-bit-secret-your-256-bit-secret",
        "abcdefghijkLMabcdefghijkLMabcdefghijkLM"
      })
  void refusesSecretsThatAnybodyCanGuess(String secret) {
    assertThat(refusal(Map.of("JWT_SECRET", secret)))
        .contains("JWT_SECRET: the secret ")
        .doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD_SECRET,
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "correct horse battery staple, and then some",
        "n0/8tL9m3m3mPz4+Yc1oVb2Tq7Jw5eRk6sXuHgFdCaE="
      })
  void acceptsSecretsThatNobodyCanGuess(String secret) {
    assertThat(accepted(Map.of("JWT_SECRET", secret)).tokens().secret())
        .isEqualTo(new Secret(secret));
  }

  @Test
  void permitsWeakThingsOnADevelopersMachine() {
    var weak = new HashMap<String, String>();
    weak.put("LATCHKEY_ENV", "dev");
    weak.put("JWT_SECRET", "devsecret");
    weak.put("ARGON2_MEMORY_KIB", "1024");
    weak.put("BCRYPT_COST", "4");
    weak.put("PUBLIC_URL", "http://10.0.0.7:8080/auth");
    weak.put(
        "DATABASE_URL", "jdbc:postgresql://db,db2:5433/auth?user=app&password=x&sslmode=disable");

    var settings = accepted(weak);

    assertThat(settings.tokens().secret()).isEqualTo(new Secret("devsecret"));
    assertThat(settings.database())
        .satisfies(database -> {
          assertThat(database.url())
              .startsWith("jdbc:postgresql://db,db2:5433/auth?")
              .contains("sslmode=disable");
          assertThat(database.user()).isEqualTo("app");
          assertThat(database.password()).isEqualTo(new Secret("x"));
        });
  }

  @Test
  void takesAnEmptyListForNoneAndOtherwiseAnEmptyValueForNotSet() {
    var settings = accepted(Map.of("SELF_ASSIGNABLE_ROLES", "", "PORT", "", "JWT_SECRET", ""));

    assertThat(settings.roles().selfAssignable()).isEmpty();
    assertThat(settings.http().port()).isEqualTo(8080);
    assertThat(settings.tokens().secret()).isNull();
  }

  @Test
  void warnsOfNamesThatWereMostLikelyMeantForASetting() {
    var reading =
        Settings.read(
            Sources.of(
                Map.of(
                    "LATCHKEY_PORT", "80",
                    "JWT_SECRT", "x",
                    "jwt_secret", "x",
                    "LATCHKEY_COLOUR", "red",
                    "HOSTNAME", "h",
                    "HOME", "/root",
                    "PATH", "/bin",
                    "PORT", "8080")));

    assertThat(reading.warnings())
        .containsExactly(
            "JWT_SECRT is not a setting; did you mean JWT_SECRET?",
            "LATCHKEY_COLOUR is not a setting and is not read",
            "LATCHKEY_PORT is not a setting; did you mean PORT?",
            "jwt_secret is not a setting; did you mean JWT_SECRET?");
  }

  @Test
  void readsAListWithSpacesInIt() {
    assertThat(
            accepted(Map.of("CORS_ORIGINS", "https://a.example, http://localhost:3000"))
                .http()
                .corsOrigins())
        .isEqualTo(List.of("https://a.example", "http://localhost:3000"));
  }

  @Test
  void asksNobodyAboutBreachesUnlessToldWhom() {
    assertThat(accepted(Map.of()).passwords().breachCheckUrl()).isNull();
    assertThat(accepted(Map.of()).passwords().contextWords()).isEmpty();

    var told =
        accepted(
            Map.of(
                "BREACH_CHECK_URL", "http://localhost:8081/range",
                "PASSWORD_CONTEXT_WORDS", "Acme, Road Runner"));

    assertThat(told.passwords().breachCheckUrl()).hasToString("http://localhost:8081/range");
    assertThat(told.passwords().contextWords()).containsExactlyInAnyOrder("Acme", "Road Runner");
  }

  private static Settings accepted(Map<String, String> environment) {
    var reading = Settings.read(Sources.of(environment));
    if (reading instanceof SettingsReading.Refused refused) {
      throw new AssertionError(refused.message());
    }
    return ((SettingsReading.Accepted) reading).settings();
  }

  private static String refusal(Map<String, String> environment) {
    var reading = Settings.read(Sources.of(environment));

    assertThat(reading).isInstanceOf(SettingsReading.Refused.class);
    return ((SettingsReading.Refused) reading).message();
  }
}
