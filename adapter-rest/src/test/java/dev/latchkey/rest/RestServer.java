package dev.latchkey.rest;

import dev.latchkey.application.account.ChangePassword;
import dev.latchkey.application.account.DeactivateUser;
import dev.latchkey.application.account.EditUser;
import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.application.account.RequestEmailChange;
import dev.latchkey.application.account.RequestPasswordReset;
import dev.latchkey.application.account.RequestVerification;
import dev.latchkey.application.account.ResetPassword;
import dev.latchkey.application.account.SendPasswordReset;
import dev.latchkey.application.account.ShowUser;
import dev.latchkey.application.account.VerifyEmail;
import dev.latchkey.application.admin.CountUsers;
import dev.latchkey.application.admin.CreateAdmin;
import dev.latchkey.application.admin.EndUserSessions;
import dev.latchkey.application.admin.FindUsers;
import dev.latchkey.application.admin.PurgeUser;
import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.apikey.FindApiKeys;
import dev.latchkey.application.apikey.RevokeApiKey;
import dev.latchkey.application.audit.FindEvents;
import dev.latchkey.application.audit.NoteDenial;
import dev.latchkey.application.client.AddClientSecret;
import dev.latchkey.application.client.AuthenticateClient;
import dev.latchkey.application.client.CreateClient;
import dev.latchkey.application.client.DeleteClient;
import dev.latchkey.application.client.EditClient;
import dev.latchkey.application.client.FindClients;
import dev.latchkey.application.client.GrantClientToken;
import dev.latchkey.application.client.RemoveClientSecret;
import dev.latchkey.application.client.ShowClient;
import dev.latchkey.application.limit.LimitMails;
import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.limit.ReopenPassword;
import dev.latchkey.application.limit.WarnOfGuesses;
import dev.latchkey.application.password.CheckPassword;
import dev.latchkey.application.session.CheckAccess;
import dev.latchkey.application.session.EndSession;
import dev.latchkey.application.session.FindSessions;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.application.session.LogOut;
import dev.latchkey.application.session.RecallAccess;
import dev.latchkey.application.session.RefreshSession;
import dev.latchkey.application.token.IntrospectToken;
import dev.latchkey.application.token.RevokeToken;
import dev.latchkey.domain.apikey.ApiKeyPolicy;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.PublishedKeys;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.ticket.TicketPolicy;
import dev.latchkey.domain.token.TokenIssuer;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.RolePolicy;
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
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import io.micronaut.runtime.server.EmbeddedServer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The real controllers over HTTP, on the real use cases, on the fakes of the test kit.
public final class RestServer implements AutoCloseable {
  /// A password that the policy of this server takes.
  public static final String PASSWORD = "correct horse";

  /// What writes the secrets of its mails' links.
  public static final PlainTicketSecrets SECRETS = new PlainTicketSecrets();

  public final QuickPasswordHasher hasher = new QuickPasswordHasher();
  public final SettableClock clock = new SettableClock();
  public final ListedBreachedPasswords breached = new ListedBreachedPasswords();

  /// What the list of public keys gives.
  public final List<Map<String, String>> publicKeys = new CopyOnWriteArrayList<>();

  private final CreateAdmin createAdmin;
  private final EmbeddedServer server;

  private RestServer(
      Ports ports, AccountPolicy accounts, LimitPolicy limits, Map<String, Object> properties) {
    var users = ports.users();
    var sessions = ports.sessions();
    var tickets = ports.tickets();
    var apiKeys = ports.apiKeys();
    var checkApiKey = new CheckApiKey(apiKeys, clock);
    var audit = ports.audit();
    var clients = ports.clients();
    var random = new SecureRandom();
    var links = TicketPolicy.standard();
    var ids = new SequentialIds();
    var accessTokens = new PlainAccessTokens(clock);
    var refreshTokens = new PlainRefreshTokens();
    var policy = SessionPolicy.standard();
    var roles = RolePolicy.standard();
    var passwords =
        new CheckPassword(
            new PasswordPolicy(8, List.of("password1", "12345678")::contains), breached);
    createAdmin = new CreateAdmin(users, hasher, passwords, ids, clock);
    var counters = new InMemoryRateLimits();
    var limitMails = new LimitMails(counters, limits, clock);
    var limitPasswords = new LimitPasswords(counters, limits, sessions, clock);
    var settings = new HashMap<String, Object>(properties);
    settings.putIfAbsent("micronaut.server.port", -1);
    settings.putIfAbsent("micronaut.server.host", "127.0.0.1");
    server =
        ApplicationContext.builder()
            .properties(settings)
            // The framework has a clock of its own, which a plain singleton does not replace.
            .beanDefinitions(
                RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                    .singleton(true)
                    .qualifier(PrimaryQualifier.instance())
                    .build())
            .singletons(
                hasher,
                limits,
                counters,
                (PublishedKeys) () -> List.copyOf(publicKeys),
                new RegisterUser(
                    users, tickets, hasher, passwords, roles, accounts, SECRETS, links, ids,
                    counters, limits, clock),
                new RequestVerification(
                    users, tickets, audit, limitMails, SECRETS, links, ids, clock),
                new VerifyEmail(users, tickets, clock),
                new RequestEmailChange(
                    users,
                    tickets,
                    hasher,
                    audit,
                    limitPasswords,
                    limitMails,
                    SECRETS,
                    links,
                    ids,
                    clock),
                new RequestPasswordReset(
                    users, tickets, audit, limitMails, SECRETS, links, ids, clock),
                new SendPasswordReset(users, tickets, SECRETS, links, ids, clock),
                new ResetPassword(
                    users, tickets, hasher, passwords, new ReopenPassword(counters, limits), clock),
                new EditUser(users, roles, clock),
                new ShowUser(users),
                new DeactivateUser(users, clock),
                new ChangePassword(users, hasher, passwords, audit, limitPasswords, clock),
                new LogIn(
                    users,
                    sessions,
                    hasher,
                    accessTokens,
                    refreshTokens,
                    ids,
                    audit,
                    limitPasswords,
                    new WarnOfGuesses(tickets, counters, clock),
                    policy,
                    accounts,
                    clock),
                new RefreshSession(
                    sessions, accessTokens, refreshTokens, ids, counters, limits, policy, clock),
                new LogOut(sessions, refreshTokens, clock),
                new CheckAccess(sessions, accessTokens, clock),
                new RecallAccess(sessions, accessTokens, clock),
                new CreateApiKey(apiKeys, ApiKeyPolicy.standard(), ids, new SecureRandom(), clock),
                checkApiKey,
                new FindApiKeys(users, apiKeys, clock),
                new RevokeApiKey(apiKeys, clock),
                new FindSessions(users, sessions, clock),
                new EndSession(sessions, clock),
                new FindEvents(audit),
                new NoteDenial(audit, clock),
                new FindUsers(users),
                new CountUsers(users, clock),
                new PurgeUser(users, clock),
                new EndUserSessions(users, sessions, clock),
                new TokenIssuer("https://auth.example.test", "latchkey"),
                new CreateClient(clients, ids, random, clock),
                new FindClients(clients),
                new ShowClient(clients),
                new EditClient(clients, clock),
                new DeleteClient(clients, clock),
                new AddClientSecret(clients, ids, random, clock),
                new RemoveClientSecret(clients, clock),
                new AuthenticateClient(clients, audit, counters, limits, clock),
                new GrantClientToken(accessTokens, ids, policy.accessLifetime(), clock),
                new IntrospectToken(
                    sessions, clients, checkApiKey, accessTokens, refreshTokens, clock),
                new RevokeToken(sessions, clients, apiKeys, accessTokens, refreshTokens, clock))
            .start()
            .getBean(EmbeddedServer.class)
            .start();
  }

  /// A server with nobody in it.
  public static RestServer start() {
    return start(Map.of());
  }

  /// A server with nobody in it and these framework settings.
  public static RestServer start(Map<String, Object> properties) {
    return on(Ports.of(new InMemoryStores()), properties);
  }

  /// A server with nobody in it, these limits and these framework settings.
  public static RestServer limited(LimitPolicy limits, Map<String, Object> properties) {
    return limited(Ports.of(new InMemoryStores()), limits, properties);
  }

  /// A server on other stores, with these limits and these framework settings.
  static RestServer limited(Ports ports, LimitPolicy limits, Map<String, Object> properties) {
    return new RestServer(ports, AccountPolicy.standard(), limits, properties);
  }

  /// A server on other stores, such as broken ones.
  public static RestServer on(Ports ports) {
    return on(ports, Map.of());
  }

  /// A server on other stores, with these framework settings.
  public static RestServer on(Ports ports, Map<String, Object> properties) {
    return new RestServer(ports, AccountPolicy.standard(), RoomyLimits.ofAddresses(), properties);
  }

  /// A server on other stores that opens accounts in another way.
  public static RestServer on(Ports ports, AccountPolicy accounts) {
    return new RestServer(ports, accounts, RoomyLimits.ofAddresses(), Map.of());
  }

  /// The framework's context, to look at what is wired.
  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  public int port() {
    return server.getPort();
  }

  /// A bare connection to this server.
  RawHttp raw() {
    return new RawHttp(server.getPort());
  }

  /// A client with the access token of a new admin.
  public RestClient admin(String email) {
    createAdmin(email, PASSWORD);
    var client = client();
    return client.with(client.logIn(email, PASSWORD).text("access_token"));
  }

  /// A client of this server.
  public RestClient client() {
    return new RestClient(server.getPort());
  }

  /// Makes an admin.
  public void createAdmin(String email, String password) {
    var outcome = createAdmin.create(email, new RawPassword(password));
    if (!(outcome instanceof CreateAdmin.Created)) {
      throw new IllegalStateException("no admin: " + outcome);
    }
  }

  @Override
  public void close() {
    server.getApplicationContext().close();
  }
}
