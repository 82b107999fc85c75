package dev.latchkey.domain.audit;

import java.util.Arrays;
import java.util.Optional;

/// What can happen that is worth keeping. A successful refresh is not among it: it is counted.
public enum EventKind {
  USER_REGISTERED("user.registered"),
  /// Made by the operator.
  ADMIN_CREATED("admin.created"),
  /// The detail names the fields.
  USER_EDITED("user.edited"),
  /// The detail says from which role to which.
  ROLE_CHANGED("role.changed"),
  USER_DEACTIVATED("user.deactivated"),
  USER_REACTIVATED("user.reactivated"),
  USER_PURGED("user.purged"),
  /// The operator took users in; the detail says how many.
  USERS_IMPORTED("users.imported"),
  /// The operator took all users out, with their password hashes.
  USERS_EXPORTED("users.exported"),
  LOGIN_SUCCEEDED("login.succeeded"),
  /// The detail says why, which the client is not told.
  LOGIN_FAILED("login.failed"),
  LOGIN_THROTTLED("login.throttled"),
  /// One session was ended by its holder or an admin.
  SESSION_ENDED("session.ended"),
  /// All sessions of a user, or all others, were ended by their holder or an admin.
  SESSIONS_ENDED("sessions.ended"),
  /// A session made room for a newer one.
  SESSION_EVICTED("session.evicted"),
  /// A spent refresh token came back, and its session was ended.
  TOKEN_REUSED("token.reused"),
  PASSWORD_CHANGED("password.changed"),
  /// Somebody in a session did not know the present password.
  PASSWORD_REFUSED("password.refused"),
  /// After too many wrong ones in a row the password opens no session from where the user is not
  /// known.
  PASSWORD_CLOSED("password.closed"),
  PASSWORD_RESET_REQUESTED("password_reset.requested"),
  PASSWORD_RESET("password_reset.done"),
  EMAIL_VERIFICATION_REQUESTED("email_verification.requested"),
  EMAIL_VERIFIED("email_verification.done"),
  EMAIL_CHANGE_REQUESTED("email_change.requested"),
  EMAIL_CHANGED("email_change.done"),
  API_KEY_CREATED("api_key.created"),
  /// One key was revoked by its user, an admin, or a client that was shown it.
  API_KEY_REVOKED("api_key.revoked"),
  /// A mail was given up.
  MAIL_FAILED("mail.failed"),
  /// Another key signs from now on; the detail names it.
  KEY_ROTATED("key.rotated"),
  /// The operator took a key out; the detail names it.
  KEY_REVOKED("key.revoked"),
  /// Somebody asked for what only an admin may.
  ACCESS_DENIED("access.denied"),
  RATE_LIMITED("rate.limited"),
  /// The detail of what concerns a client begins with its id.
  CLIENT_CREATED("client.created"),
  /// The detail names the fields.
  CLIENT_CHANGED("client.changed"),
  CLIENT_DELETED("client.deleted"),
  CLIENT_SECRET_ADDED("client.secret_added"),
  CLIENT_SECRET_REMOVED("client.secret_removed"),
  CLIENT_TOKEN_REVOKED("client.token_revoked"),
  /// The detail says why, which the client is not told.
  CLIENT_AUTHENTICATION_FAILED("client.authentication_failed");

  private final String code;

  EventKind(String code) {
    this.code = code;
  }

  /// The name by which it is stored and answered; it never changes.
  public String code() {
    return code;
  }

  /// The kind of this code.
  public static Optional<EventKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findAny();
  }
}
