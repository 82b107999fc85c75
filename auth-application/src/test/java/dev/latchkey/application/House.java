package dev.latchkey.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.account.ChangePassword;
import dev.latchkey.application.account.DeactivateUser;
import dev.latchkey.application.account.EditUser;
import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.application.account.Registration;
import dev.latchkey.application.account.RequestEmailChange;
import dev.latchkey.application.account.RequestPasswordReset;
import dev.latchkey.application.account.RequestVerification;
import dev.latchkey.application.account.ResetPassword;
import dev.latchkey.application.account.SendPasswordReset;
import dev.latchkey.application.account.VerifyEmail;
import dev.latchkey.application.admin.CreateAdmin;
import dev.latchkey.application.apikey.ApiKeyWish;
import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.client.AuthenticateClient;
import dev.latchkey.application.client.ClientCreation;
import dev.latchkey.application.client.GrantClientToken;
import dev.latchkey.application.client.ProvisionClient;
import dev.latchkey.application.limit.LimitMails;
import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.limit.ReopenPassword;
import dev.latchkey.application.limit.WarnOfGuesses;
import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.application.session.Caller;
import dev.latchkey.application.session.CheckAccess;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.application.session.LogOut;
import dev.latchkey.application.session.RefreshSession;
import dev.latchkey.application.session.TokenPair;
import dev.latchkey.application.token.IntrospectToken;
import dev.latchkey.application.token.RevokeToken;
import dev.latchkey.domain.apikey.ApiKeyPolicy;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RegistrationMode;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.RolePolicy;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.testkit.id.SequentialIds;
import dev.latchkey.testkit.limit.InMemoryRateLimits;
import dev.latchkey.testkit.limit.RoomyLimits;
import dev.latchkey.testkit.password.ListedBreachedPasswords;
import dev.latchkey.testkit.password.QuickPasswordHasher;
import dev.latchkey.testkit.store.InMemoryStores;
import dev.latchkey.testkit.time.SettableClock;
import dev.latchkey.testkit.token.PlainAccessTokens;
import dev.latchkey.testkit.token.PlainRefreshTokens;
import dev.latchkey.testkit.token.PlainTicketSecrets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A small house to try the use cases in: empty stores, quick ports, a clock that stands.
public final class House {
  public static final RawPassword PASSWORD = new RawPassword("correct horse battery");
  public static final RawPassword WRONG = new RawPassword("incorrect horse battery");
  public static final Client LAPTOP = new Client("192.0.2.7", "Laptop/1.0");

  public static final SecureRandom RANDOM = new SecureRandom();

  /// A request from there.
  public static final Origin REQUEST = new Origin("request-1", LAPTOP);

  public final SettableClock clock = new SettableClock();
  public final InMemoryStores stores = new InMemoryStores();
  public final UserStore users = stores.users();
  public final SessionStore sessions = stores.sessions();
  public final ClientStore clients = stores.clients();
  public final QuickPasswordHasher hasher = new QuickPasswordHasher();
  public final PlainAccessTokens accessTokens = new PlainAccessTokens(clock);
  public final PlainRefreshTokens refreshTokens = new PlainRefreshTokens();
  public final PlainTicketSecrets ticketSecrets = new PlainTicketSecrets();
  public final Ids ids = new SequentialIds();
  public final ListedBreachedPasswords breached = new ListedBreachedPasswords();
  public final CheckPassword passwords =
      new CheckPassword(new PasswordPolicy(8, Set.of("password1")::contains), breached);
  public final RolePolicy roles = RolePolicy.standard();
  public final InMemoryRateLimits limits = new InMemoryRateLimits();
  public final LimitPolicy limitPolicy;
  public final SessionPolicy policy;

  public House() {
    this(SessionPolicy.standard());
  }

  public House(SessionPolicy policy) {
    this(policy, RoomyLimits.ofAddresses());
  }

  public House(LimitPolicy limitPolicy) {
    this(SessionPolicy.standard(), limitPolicy);
  }

  private House(SessionPolicy policy, LimitPolicy limitPolicy) {
    this.policy = policy;
    this.limitPolicy = limitPolicy;
  }

  public LimitPasswords limitPasswords() {
    return new LimitPasswords(limits, limitPolicy, sessions, clock);
  }

  public WarnOfGuesses warnOfGuesses() {
    return new WarnOfGuesses(stores.tickets(), limits, clock);
  }

  public RegisterUser registerUser() {
    return registerUser(AccountPolicy.standard());
  }

  public RegisterUser registerUser(AccountPolicy accounts) {
    return new RegisterUser(
        users,
        stores.tickets(),
        hasher,
        passwords,
        roles,
        accounts,
        ticketSecrets,
        TicketPolicy.standard(),
        ids,
        limits,
        limitPolicy,
        clock);
  }

  public RequestVerification requestVerification() {
    return new RequestVerification(
        users,
        stores.tickets(),
        stores.audit(),
        new LimitMails(limits, limitPolicy, clock),
        ticketSecrets,
        TicketPolicy.standard(),
        ids,
        clock);
  }

  public VerifyEmail verifyEmail() {
    return new VerifyEmail(users, stores.tickets(), clock);
  }

  public RequestPasswordReset requestPasswordReset() {
    return new RequestPasswordReset(
        users,
        stores.tickets(),
        stores.audit(),
        new LimitMails(limits, limitPolicy, clock),
        ticketSecrets,
        TicketPolicy.standard(),
        ids,
        clock);
  }

  public SendPasswordReset sendPasswordReset() {
    return new SendPasswordReset(
        users, stores.tickets(), ticketSecrets, TicketPolicy.standard(), ids, clock);
  }

  public ResetPassword resetPassword() {
    return new ResetPassword(
        users, stores.tickets(), hasher, passwords, new ReopenPassword(limits, limitPolicy), clock);
  }

  public RequestEmailChange requestEmailChange() {
    return new RequestEmailChange(
        users,
        stores.tickets(),
        hasher,
        stores.audit(),
        limitPasswords(),
        new LimitMails(limits, limitPolicy, clock),
        ticketSecrets,
        TicketPolicy.standard(),
        ids,
        clock);
  }

  /// What the link in the last mail of this kind ends with.
  public String secretOf(MailKind kind) {
    var mails = stores.mails().stream().filter(mail -> mail.kind() == kind).toList();
    var ticket = Objects.requireNonNull(mails.get(mails.size() - 1).ticket());
    return ticketSecrets.write(ticket).reveal();
  }

  /// How many mails of this kind wait to be sent.
  public long mailsOf(MailKind kind) {
    return stores.mails().stream().filter(mail -> mail.kind() == kind).count();
  }

  public CreateAdmin createAdmin() {
    return new CreateAdmin(users, hasher, passwords, ids, clock);
  }

  public LogIn logIn() {
    return logIn(users, sessions, hasher);
  }

  public LogIn logIn(UserStore users, SessionStore sessions, PasswordHasher hasher) {
    return logIn(users, sessions, hasher, AccountPolicy.standard());
  }

  /// A log-in that waits for the address to be verified.
  public LogIn logInOfVerified() {
    return logIn(users, sessions, hasher, new AccountPolicy(RegistrationMode.OPEN, true));
  }

  private LogIn logIn(
      UserStore users, SessionStore sessions, PasswordHasher hasher, AccountPolicy accounts) {
    return new LogIn(
        users,
        sessions,
        hasher,
        accessTokens,
        refreshTokens,
        ids,
        stores.audit(),
        limitPasswords(),
        warnOfGuesses(),
        policy,
        accounts,
        clock);
  }

  public RefreshSession refreshSession() {
    return refreshSession(sessions);
  }

  public RefreshSession refreshSession(SessionStore sessions) {
    return new RefreshSession(
        sessions, accessTokens, refreshTokens, ids, limits, limitPolicy, policy, clock);
  }

  public LogOut logOut() {
    return new LogOut(sessions, refreshTokens, clock);
  }

  public CheckAccess checkAccess() {
    return new CheckAccess(sessions, accessTokens, clock);
  }

  public CheckApiKey checkApiKey() {
    return new CheckApiKey(stores.apiKeys(), clock);
  }

  /// A new API key of this user's own, with these scopes.
  public CreateApiKey.Created apiKey(User user, String... scopes) {
    var wish = new ApiKeyWish("Build", List.of(scopes), null);
    var outcome = createApiKey().create(caller(user), wish);
    assertThat(outcome).isInstanceOf(CreateApiKey.Created.class);
    return (CreateApiKey.Created) outcome;
  }

  public CreateApiKey createApiKey() {
    return new CreateApiKey(
        stores.apiKeys(), ApiKeyPolicy.standard(), ids, new SecureRandom(), clock);
  }

  public AuthenticateClient authenticateClient() {
    return new AuthenticateClient(clients, stores.audit(), limits, limitPolicy, clock);
  }

  public GrantClientToken grantClientToken() {
    return new GrantClientToken(accessTokens, ids, policy.accessLifetime(), clock);
  }

  public IntrospectToken introspectToken() {
    return new IntrospectToken(
        sessions, clients, checkApiKey(), accessTokens, refreshTokens, clock);
  }

  public RevokeToken revokeToken() {
    return new RevokeToken(sessions, clients, stores.apiKeys(), accessTokens, refreshTokens, clock);
  }

  /// A registered client that may ask for these scopes, with its secret.
  public ClientCreation.Created client(String id, String scopes) {
    var outcome =
        new ProvisionClient(clients, ids, RANDOM, clock)
            .provision(id, "A client", scopes.isEmpty() ? List.of() : List.of(scopes.split(" ")));
    assertThat(outcome).isInstanceOf(ClientCreation.Created.class);
    return (ClientCreation.Created) outcome;
  }

  public EditUser editUser() {
    return new EditUser(users, roles, clock);
  }

  public DeactivateUser deactivateUser() {
    return new DeactivateUser(users, clock);
  }

  public ChangePassword changePassword() {
    return new ChangePassword(users, hasher, passwords, stores.audit(), limitPasswords(), clock);
  }

  /// A registered user with [#PASSWORD].
  public User registered(String email) {
    var outcome = registerUser().register(Registration.of(email, PASSWORD), REQUEST);
    assertThat(outcome).isInstanceOf(RegisterUser.Registered.class);
    return ((RegisterUser.Registered) outcome).user();
  }

  /// A registered admin with [#PASSWORD].
  public User admin(String email) {
    var outcome = createAdmin().create(email, PASSWORD);
    assertThat(outcome).isInstanceOf(CreateAdmin.Created.class);
    return ((CreateAdmin.Created) outcome).admin();
  }

  /// A user on record with this hash, or with none.
  public User kept(String email, @Nullable PasswordHash hash) {
    var address = EmailAddress.parse(email).orElseThrow();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var user = User.register(new UserId(ids.next()), address, Profile.EMPTY, RoleName.USER, now);
    assertThat(users.register(user, hash, Consequences.NONE))
        .isEqualTo(UserStore.Registration.REGISTERED);
    return user;
  }

  /// The tokens of a new session, opened with [#PASSWORD].
  public TokenPair loggedIn(User user) {
    return loggedIn(user, PASSWORD);
  }

  public TokenPair loggedIn(User user, RawPassword password) {
    var outcome = logIn().logIn(user.email().display(), password, REQUEST);
    assertThat(outcome).isInstanceOf(LogIn.LoggedIn.class);
    return ((LogIn.LoggedIn) outcome).pair();
  }

  /// Who presents these tokens, as things stand.
  public Caller caller(TokenPair pair) {
    return checkAccess().check(pair.access().reveal(), REQUEST).orElseThrow();
  }

  /// A caller with a new session of this user.
  public Caller caller(User user) {
    return caller(loggedIn(user));
  }

  /// The tokens that a refresh gives.
  public TokenPair refreshed(TokenPair pair) {
    var outcome = refresh(pair);
    assertThat(outcome).isInstanceOf(RefreshSession.Refreshed.class);
    return ((RefreshSession.Refreshed) outcome).pair();
  }

  public RefreshSession.Outcome refresh(TokenPair pair) {
    return refreshSession().refresh(pair.refresh().reveal(), REQUEST);
  }

  /// Whether the access token still opens the door.
  public boolean isLetIn(TokenPair pair) {
    return checkAccess().check(pair.access().reveal(), REQUEST).isPresent();
  }

  /// The user as it is stored.
  public User stored(User user) {
    return users.find(user.id()).orElseThrow();
  }

  /// The hash as it is stored.
  public PasswordHash storedHash(User user) {
    return Objects.requireNonNull(users.findCredentials(user.id()).orElseThrow().hash());
  }

  /// How many users there are.
  public int population() {
    return users.search(UserQuery.all(UserQuery.MAX_LIMIT)).users().size();
  }

  /// Deactivates a user, whoever may have asked for it.
  public void deactivate(User user) {
    assertThat(users.update(stored(user).deactivated(), now(), Consequences.NONE))
        .isInstanceOf(UserStore.Update.Saved.class);
  }

  public Instant now() {
    return clock.instant();
  }
}
