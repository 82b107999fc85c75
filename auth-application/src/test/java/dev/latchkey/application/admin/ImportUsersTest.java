package dev.latchkey.application.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.admin.LineOutcome.Result;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.UserTransfer;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.RolePolicy;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.id.SequentialIds;
import dev.latchkey.testkit.password.QuickHashFormats;
import dev.latchkey.testkit.password.QuickPasswordHasher;
import dev.latchkey.testkit.store.InMemoryStores;
import dev.latchkey.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportUsersTest {
  private static final UUID ID = UUID.fromString("0198c2f0-0000-7000-8000-0000000000aa");
  private static final RawPassword PASSWORD = new RawPassword("correct horse battery");

  private final SettableClock clock = new SettableClock();
  private final InMemoryStores stores = new InMemoryStores();
  private final Ids ids = new SequentialIds();
  private final QuickPasswordHasher hasher = new QuickPasswordHasher();
  private final List<LineOutcome> report = new ArrayList<>();

  @Test
  void takesAUserInAsTheLineSays() {
    var hash = hasher.hash(PASSWORD);
    var line =
        new UserLine.Given(
            1,
            ID.toString(),
            "Zoe@Example.Test",
            "Zoe",
            "Zoë",
            "https://img.example.test/z.png",
            "admin",
            false,
            true,
            "2020-01-02T03:04:05.123456789+01:00",
            "2021-01-02T03:04:05Z",
            "2022-01-02T03:04:05Z",
            new PasswordHash("{quick}" + hash.reveal()));

    run(line);

    assertThat(results()).containsExactly(Result.IMPORTED);
    var kept = stores.users().findCredentials(new UserId(ID)).orElseThrow();
    assertThat(kept.hash()).isEqualTo(hash);
    assertThat(kept.user().email().display()).isEqualTo("Zoe@Example.Test");
    assertThat(String.valueOf(kept.user().profile().username())).isEqualTo("zoe");
    assertThat(kept.user().role()).isEqualTo(RoleName.ADMIN);
    assertThat(kept.user().active()).isFalse();
    assertThat(kept.user().verified()).isTrue();
    assertThat(kept.user().createdAt()).isEqualTo(Instant.parse("2020-01-02T02:04:05.123456Z"));
    assertThat(kept.user().updatedAt()).isEqualTo(Instant.parse("2021-01-02T03:04:05Z"));
    assertThat(kept.user().lastLogin()).isEqualTo(Instant.parse("2022-01-02T03:04:05Z"));
  }

  @Test
  void assumesAnActiveUnverifiedUserOfTheDefaultRoleWhoComesNow() {
    run(line(1, "zoe@example.test"));

    var kept = all().get(0);
    assertThat(kept.hash()).isNull();
    assertThat(kept.user().active()).isTrue();
    assertThat(kept.user().verified()).isFalse();
    assertThat(kept.user().role()).isEqualTo(RoleName.USER);
    assertThat(kept.user().createdAt()).isEqualTo(clock.instant());
    assertThat(kept.user().lastLogin()).isNull();
  }

  @Test
  void skipsWhoIsThereAlreadyWhenItIsRunAgain() {
    var lines = new UserLine[] {line(1, "a@example.test"), line(2, "b@example.test")};
    run(lines);
    var before = all();
    report.clear();

    run(lines[0], lines[1], line(3, "B@example.test "), line(4, "c@example.test"));

    assertThat(results())
        .containsExactly(Result.SKIPPED, Result.SKIPPED, Result.REFUSED, Result.IMPORTED);
    assertThat(all()).hasSize(3).containsAll(before);
  }

  @Test
  void skipsByIdToo() {
    run(withId(1, "a@example.test", ID.toString()));
    report.clear();

    run(withId(1, "other@example.test", ID.toString().toUpperCase(Locale.ROOT)));

    assertThat(results()).containsExactly(Result.SKIPPED);
    assertThat(all()).hasSize(1);
  }

  @Test
  void refusesTheLaterOfTwoLinesThatClaimTheSame() {
    run(
        withUsername(1, "a@example.test", "alpha"),
        withUsername(2, "A@Example.test", "beta"),
        withUsername(3, "c@example.test", "Alpha"),
        withId(4, "d@example.test", ID.toString()),
        withId(5, "e@example.test", ID.toString()));

    assertThat(results())
        .containsExactly(
            Result.IMPORTED, Result.REFUSED, Result.REFUSED, Result.IMPORTED, Result.REFUSED);
    assertThat(whys(2)).containsExactly("email: The same as on line 1.");
    assertThat(whys(3)).containsExactly("username: The same as on line 1.");
    assertThat(whys(5)).containsExactly("id: The same as on line 4.");
  }

  @Test
  void refusesAUsernameThatSomebodyElseHas() {
    run(withUsername(1, "a@example.test", "alpha"));
    report.clear();

    run(withUsername(1, "b@example.test", "alpha"));

    assertThat(results()).containsExactly(Result.REFUSED);
    assertThat(whys(1)).containsExactly("username: Another user has this username.");
    assertThat(report.get(0).who()).isEqualTo("b@example.test");
  }

  @ParameterizedTest
  @CsvSource({
    "id,not-a-uuid",
    "id,1-1-1-1-1",
    "id,00000000-0000-0000-0000-000000000000",
    "email,nobody",
    "username,a",
    "username,root",
    "name,' '",
    "image_url,http://img.example.test/z.png",
    "role,superuser",
    "role,Admin",
    "created_at,yesterday",
    "created_at,2020-01-02T03:04:05",
    "created_at,1969-12-31T23:59:59Z",
    "updated_at,2999-01-01T00:00:00Z",
    "last_login,''",
    "password_hash,plain text",
    "password_hash,''"
  })
  void refusesALineWithAFaultAndNamesTheField(String field, String value) {
    run(with(field, value));

    assertThat(results()).containsExactly(Result.REFUSED);
    assertThat(report.get(0).violations()).extracting(Violation::field).containsExactly(field);
    assertThat(all()).isEmpty();
  }

  @Test
  void namesAllFaultsOfALineAndQuotesNone() {
    var line =
        new UserLine.Given(
            7,
            "canary",
            "canary",
            "c",
            " ",
            "canary",
            "canary",
            null,
            null,
            "canary",
            "canary",
            "canary",
            new PasswordHash("canary"));

    run(line);

    assertThat(report.get(0).line()).isEqualTo(7);
    assertThat(report.get(0).violations())
        .extracting(Violation::field)
        .containsExactly(
            "email",
            "username",
            "name",
            "image_url",
            "id",
            "role",
            "created_at",
            "updated_at",
            "last_login",
            "password_hash");
    assertThat(report.toString()).doesNotContain("canary");
    assertThat(line.toString()).doesNotContain("PasswordHash[canary");
  }

  @Test
  void needsAnAddress() {
    run(line(1, null));

    assertThat(report.get(0).violations())
        .extracting(Violation::code)
        .containsExactly(Violation.Code.REQUIRED);
  }

  @Test
  void reportsWhatCouldNotBeReadInItsPlace() {
    run(
        line(1, "a@example.test"),
        new UserLine.Unreadable(2, "Not JSON."),
        line(4, "b@example.test"));

    assertThat(report).extracting(LineOutcome::line).containsExactly(1L, 2L, 4L);
    assertThat(results()).containsExactly(Result.IMPORTED, Result.REFUSED, Result.IMPORTED);
    assertThat(whys(2)).containsExactly("line: Not JSON.");
  }

  @Test
  void aDryRunReportsTheSameAndChangesNothing() {
    run(withUsername(1, "a@example.test", "alpha"));
    report.clear();
    var lines =
        new UserLine[] {
          line(1, "A@example.test"),
          withUsername(2, "b@example.test", "alpha"),
          line(3, "c@example.test"),
          line(4, "C@example.test"),
          with("role", "superuser")
        };

    importUsers().importAll(List.of(lines).iterator(), true, report::add);

    assertThat(all()).hasSize(1);
    var dry = List.copyOf(report);
    report.clear();
    run(lines);
    assertThat(report).isEqualTo(dry);
    assertThat(all()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 499, 500, 501, 1700})
  void losesNoLineAtTheSeamsOfBatches(int count) {
    run(
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> i % 3 == 0 ? line(i, "bad") : line(i, "u" + i + "@example.test"))
            .toArray(UserLine[]::new));

    assertThat(report)
        .extracting(LineOutcome::line)
        .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
    assertThat(all()).hasSize(count - count / 3);
  }

  @Test
  void reportsNothingOfABatchThatFailed() {
    var failing = new FailingTransfer(stores.transfer());
    var lines =
        IntStream.rangeClosed(1, 900).mapToObj(i -> line(i, "u" + i + "@example.test")).toList();

    assertThatThrownBy(() -> importUsers(failing).importAll(lines.iterator(), false, report::add))
        .isInstanceOf(Overloaded.class);

    assertThat(report).hasSize(500);
    run(lines.toArray(UserLine[]::new));
    assertThat(all()).hasSize(900);
  }

  @Test
  void theAuditKeepsHowManyCameInAndThatAllWentOut() {
    run(line(1, "a@example.test"), line(2, "b@example.test"), line(3, "bad"));
    all();

    assertThat(stores.audit().events())
        .extracting(AuditEvent::kind)
        .containsExactly(EventKind.USERS_IMPORTED, EventKind.USERS_EXPORTED);
    assertThat(stores.audit().events().get(0).detail()).isEqualTo("2 users");
  }

  @Test
  void givesOutWhatItTookIn() {
    run(
        IntStream.rangeClosed(1, 1200)
            .mapToObj(i -> line(i, "u" + i + "@example.test"))
            .toArray(UserLine[]::new));

    assertThat(all()).hasSize(1200).doesNotHaveDuplicates();
  }

  private void run(UserLine... lines) {
    importUsers().importAll(List.of(lines).iterator(), false, report::add);
  }

  private ImportUsers importUsers() {
    return importUsers(stores.transfer());
  }

  private ImportUsers importUsers(UserTransfer transfer) {
    return new ImportUsers(transfer, new QuickHashFormats(), RolePolicy.standard(), ids, clock);
  }

  private List<Credentials> all() {
    var all = new ArrayList<Credentials>();
    new ExportUsers(stores.transfer(), stores.audit(), clock).exportAll(all::add);
    return all;
  }

  private List<Result> results() {
    return report.stream().map(LineOutcome::result).toList();
  }

  private List<String> whys(long line) {
    return report.stream()
        .filter(outcome -> outcome.line() == line)
        .flatMap(outcome -> outcome.violations().stream())
        .map(violation -> violation.field() + ": " + violation.detail())
        .toList();
  }

  private static UserLine line(long number, @Nullable String email) {
    return given(number, null, email, null);
  }

  private static UserLine withId(long number, String email, String id) {
    return given(number, id, email, null);
  }

  private static UserLine withUsername(long number, String email, String username) {
    return given(number, null, email, username);
  }

  private static UserLine given(
      long number, @Nullable String id, @Nullable String email, @Nullable String username) {
    return new UserLine.Given(
        number, id, email, username, null, null, null, null, null, null, null, null, null);
  }

  private static UserLine with(String field, String value) {
    return new UserLine.Given(
        5,
        field.equals("id") ? value : null,
        field.equals("email") ? value : "zoe@example.test",
        field.equals("username") ? value : null,
        field.equals("name") ? value : null,
        field.equals("image_url") ? value : null,
        field.equals("role") ? value : null,
        null,
        null,
        field.equals("created_at") ? value : null,
        field.equals("updated_at") ? value : null,
        field.equals("last_login") ? value : null,
        field.equals("password_hash") ? new PasswordHash(value) : null);
  }

  /// Takes one batch and is then lost.
  private static final class FailingTransfer implements UserTransfer {
    private final UserTransfer transfer;
    private int calls;

    private FailingTransfer(UserTransfer transfer) {
      this.transfer = transfer;
    }

    @Override
    public List<Arrival> add(List<Credentials> users, IntFunction<AuditEvent> event) {
      calls++;
      if (calls > 1) {
        throw new Overloaded("the database is lost", Duration.ofSeconds(1));
      }
      return transfer.add(users, event);
    }

    @Override
    public List<Arrival> probe(List<Credentials> users) {
      return transfer.probe(users);
    }

    @Override
    public List<Credentials> next(@Nullable UserId after, int limit) {
      return transfer.next(after, limit);
    }
  }
}
