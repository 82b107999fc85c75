package dev.latchkey.application.session;

import dev.latchkey.application.limit.LimitPasswords;
import dev.latchkey.application.limit.WarnOfGuesses;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.WireName;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.limit.AccountKey;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.User;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens a session for whoever knows the password.
public final class LogIn {
  private final UserStore users;
  private final SessionStore sessions;
  private final PasswordHasher hasher;
  private final RefreshTokens refreshTokens;
  private final Ids ids;
  private final AuditLog audit;
  private final LimitPasswords limits;
  private final WarnOfGuesses guesses;
  private final SessionPolicy policy;
  private final AccountPolicy accounts;
  private final InstantSource clock;
  private final TokenPairs pairs;

  public LogIn(
      UserStore users,
      SessionStore sessions,
      PasswordHasher hasher,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      Ids ids,
      AuditLog audit,
      LimitPasswords limits,
      WarnOfGuesses guesses,
      SessionPolicy policy,
      AccountPolicy accounts,
      InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.hasher = hasher;
    this.refreshTokens = refreshTokens;
    this.ids = ids;
    this.audit = audit;
    this.limits = limits;
    this.guesses = guesses;
    this.policy = policy;
    this.accounts = accounts;
    this.clock = clock;
    this.pairs = new TokenPairs(accessTokens, ids, policy);
  }

  /// What became of a log-in.
  public sealed interface Outcome {}

  /// The session is open.
  public record LoggedIn(TokenPair pair) implements Outcome {}

  /// No session. Why is for the audit only: a client that is told the reason can find out who has
  /// an account.
  public record Refused(Reason reason) implements Outcome {}

  /// The password is right, but the address is to be verified first. Nobody without the password is
  /// told.
  public record Unverified() implements Outcome {}

  /// The password has a form that no password may have; nothing was looked up or hashed.
  public record Malformed(Violation violation) implements Outcome {}

  /// Too many passwords were wrong of late; this one was not looked at.
  public record Throttled(Admission.Refused by) implements Outcome {}

  /// Why a log-in was refused.
  public enum Reason {
    UNKNOWN_LOGIN,
    NO_PASSWORD,
    WRONG_PASSWORD,
    CORRUPT_HASH,
    INACTIVE,
    CHANGED_MEANWHILE
  }

  /// Checks a password and opens a session. One hash is computed whoever is asked for, so that
  /// neither the answer nor its time tells whether an account exists; a second one renews a hash
  /// whose parameters are out of date. None is computed where too many passwords for the account or
  /// from the client were wrong, or where more are asked for than can be computed: then nothing is
  /// looked up either.
  ///
  /// @param login an e-mail address or a username, in any letter case
  public Outcome logIn(String login, RawPassword password, Origin origin) {
    var violation = PasswordPolicy.checkForm("password", password);
    if (violation.isPresent()) {
      return new Malformed(violation.get());
    }
    hasher.announceCheck();
    try {
      return limited(login, password, origin);
    } finally {
      hasher.withdrawCheck();
    }
  }

  private Outcome limited(String login, RawPassword password, Origin origin) {
    var found = find(login);
    var account = found.map(LogIn::account).orElseGet(() -> AccountKey.missing(login));
    return limits.<Outcome>limited(
        account,
        origin.client(),
        () -> check(login, found, password, origin),
        outcome -> outcome instanceof LoggedIn || outcome instanceof Unverified,
        refused -> throttled(account, found.map(Credentials::user).orElse(null), refused, origin));
  }

  private Throttled throttled(
      AccountKey account, @Nullable User user, Admission.Refused refused, Origin origin) {
    var event =
        AuditEvent.of(EventKind.LOGIN_THROTTLED, clock.instant(), origin)
            .saying(refused.by().name().wireName());
    audit.appendOncePerMinute(user == null ? event : event.about(user.id()));
    guesses.warn(account, user, refused, origin);
    return new Throttled(refused);
  }

  private Optional<Credentials> find(String login) {
    return LoginName.parse(login).flatMap(users::findCredentials);
  }

  private static AccountKey account(Credentials found) {
    return AccountKey.of(found.user().id());
  }

  private Outcome check(
      String login, Optional<Credentials> found, RawPassword password, Origin origin) {
    var outcome = attempt(found.orElse(null), password, origin);
    // Another log-in of the same moment may have renewed the hash that this one verified.
    return outcome.equals(new Refused(Reason.CHANGED_MEANWHILE))
        ? attempt(find(login).orElse(null), password, origin)
        : outcome;
  }

  private Outcome attempt(@Nullable Credentials found, RawPassword password, Origin origin) {
    var stored = found == null ? null : found.hash();
    var verification = hasher.verify(password, stored);
    if (found == null || stored == null || !verification.matches() || !found.user().active()) {
      return refused(found, reason(found, verification), origin);
    }
    if (accounts.verifiedOnly() && !found.user().verified()) {
      audit.append(failed(found, "email_not_verified", origin));
      return new Unverified();
    }
    return open(found, stored, renewed(password, verification), origin)
        .<Outcome>map(LoggedIn::new)
        .orElseGet(() -> refused(found, Reason.CHANGED_MEANWHILE, origin));
  }

  private static Reason reason(@Nullable Credentials found, Verification verification) {
    if (found == null) {
      return Reason.UNKNOWN_LOGIN;
    }
    if (found.hash() == null) {
      return Reason.NO_PASSWORD;
    }
    if (verification == Verification.CORRUPT) {
      return Reason.CORRUPT_HASH;
    }
    return verification.matches() ? Reason.INACTIVE : Reason.WRONG_PASSWORD;
  }

  private Refused refused(@Nullable Credentials found, Reason reason, Origin origin) {
    audit.append(failed(found, WireName.of(reason), origin));
    return new Refused(reason);
  }

  private AuditEvent failed(@Nullable Credentials found, String why, Origin origin) {
    var event = AuditEvent.of(EventKind.LOGIN_FAILED, clock.instant(), origin).saying(why);
    return found == null ? event : event.about(found.user().id());
  }

  /// A renewal can wait for the next log-in; a person should not.
  private @Nullable PasswordHash renewed(RawPassword password, Verification verification) {
    if (verification != Verification.MATCHES_OUTDATED) {
      return null;
    }
    try {
      return hasher.hash(password);
    } catch (Overloaded busy) {
      return null;
    }
  }

  private Optional<TokenPair> open(
      Credentials found, PasswordHash verified, @Nullable PasswordHash renewed, Origin origin) {
    var session = session(found.user(), origin.client());
    var now = session.createdAt();
    var claims =
        new RefreshClaims(
            ids.next(),
            session.id(),
            session.user(),
            now,
            session.expiresAt(),
            refreshTokens.keyId());
    var token = refreshTokens.write(claims);
    var opening =
        new Opening(session, claims, TokenDigest.of(token), verified, renewed, policy.maxPerUser());
    return sessions
        .open(opening, consequences(found.user(), session, origin))
        .map(user -> pairs.pair(new LiveSession(session, user), token, now));
  }

  /// A log-in from a device that none of the user's sessions came from is told them by mail; the
  /// very first one is not.
  private static OpeningConsequences consequences(User user, Session session, Origin origin) {
    var newDevice = Mail.notice(MailKind.NEW_DEVICE, user, origin.client(), session.createdAt());
    return new OpeningConsequences(
        Consequences.of(event(EventKind.LOGIN_SUCCEEDED, session, origin)),
        user.lastLogin() == null ? Consequences.NONE : Consequences.NONE.with(newDevice),
        Consequences.of(event(EventKind.SESSION_EVICTED, session, origin)));
  }

  private static AuditEvent event(EventKind kind, Session session, Origin origin) {
    var user = session.user();
    return AuditEvent.of(kind, session.createdAt(), origin).by(user).about(user).in(session.id());
  }

  private Session session(User user, Client client) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // A token's expiry has whole seconds; the session ends with it.
    var expiresAt = now.plus(policy.lifetime()).truncatedTo(ChronoUnit.SECONDS);
    return new Session(
        new SessionId(ids.next()), user.id(), client, now, now, expiresAt, now.plus(policy.idle()));
  }
}
