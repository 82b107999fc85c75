package dev.latchkey.rest.problem;

import dev.latchkey.domain.WireName;
import io.micronaut.http.HttpStatus;

/// Every kind of problem that an answer can have, with its status and words. The wire name never
/// changes; `docs/http-api.md` lists each once.
public enum ProblemCode {
  MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read."),
  VALIDATION_FAILED(HttpStatus.BAD_REQUEST, "The request has faults; see errors."),
  INVALID_TICKET(
      "invalid_token",
      HttpStatus.BAD_REQUEST,
      "The link is not, or no longer, good. Ask for a new one."),
  AUTHENTICATION_REQUIRED(HttpStatus.UNAUTHORIZED, "This call needs an access token."),
  INVALID_TOKEN(HttpStatus.UNAUTHORIZED, "The access token is not, or no longer, good."),
  INVALID_CREDENTIALS(HttpStatus.UNAUTHORIZED, "Unknown login or wrong password."),
  REFRESH_TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "This is no refresh token of ours."),
  REFRESH_TOKEN_REUSED(
      HttpStatus.UNAUTHORIZED,
      "The refresh token had been used before, so its session was ended. Log in again."),
  SESSION_REVOKED(HttpStatus.UNAUTHORIZED, "The session has been ended. Log in again."),
  SESSION_EXPIRED(HttpStatus.UNAUTHORIZED, "The session has run out. Log in again."),
  FORBIDDEN(HttpStatus.FORBIDDEN, "This is not allowed to the caller."),
  INSUFFICIENT_SCOPE(HttpStatus.FORBIDDEN, "This API key is not for this call."),
  WRONG_PASSWORD(HttpStatus.FORBIDDEN, "The current password is wrong."),
  EMAIL_NOT_VERIFIED(
      HttpStatus.FORBIDDEN, "The e-mail address is to be verified before the first log-in."),
  REGISTRATION_CLOSED(HttpStatus.FORBIDDEN, "Nobody can register here."),
  ROLE_NOT_ASSIGNABLE(HttpStatus.FORBIDDEN, "This role cannot be chosen at registration."),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here."),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This method is not supported here."),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer cannot be given in an accepted form."),
  EMAIL_TAKEN(HttpStatus.CONFLICT, "Email already registered"),
  USERNAME_TAKEN(HttpStatus.CONFLICT, "Username already taken"),
  TOO_MANY_API_KEYS(
      HttpStatus.CONFLICT, "There are as many API keys as are allowed; revoke one first."),
  CLIENT_ID_TAKEN(HttpStatus.CONFLICT, "Another client has this id."),
  TOO_MANY_SECRETS(HttpStatus.CONFLICT, "The client has two secrets; remove one first."),
  LAST_ADMIN(HttpStatus.CONFLICT, "Nobody would be left to administer the users."),
  VERSION_CONFLICT(
      HttpStatus.PRECONDITION_FAILED, "The user has been changed since; read it again."),
  PAYLOAD_TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large."),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be of another media type."),
  RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too often; try again after the time in Retry-After."),
  INTERNAL_ERROR(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "Something went wrong here; the request id helps to find it."),
  OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Too much is asked for at once. Try again."),
  SERVICE_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE, "The service cannot answer at the moment. Try again.");

  private final String wireName;
  private final HttpStatus status;
  private final String detail;

  ProblemCode(HttpStatus status, String detail) {
    this("", status, detail);
  }

  /// @param wireName empty for that of the constant
  ProblemCode(String wireName, HttpStatus status, String detail) {
    this.wireName = wireName.isEmpty() ? WireName.of(this) : wireName;
    this.status = status;
    this.detail = detail;
  }

  /// The status it is answered with.
  public HttpStatus status() {
    return status;
  }

  /// What is said to people.
  public String detail() {
    return detail;
  }

  /// What is said to machines.
  public String wireName() {
    return wireName;
  }

  /// The code that says most about a status of the framework's own choice.
  static ProblemCode of(HttpStatus status) {
    return switch (status.getCode()) {
      case 401 -> AUTHENTICATION_REQUIRED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> PAYLOAD_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 503 -> SERVICE_UNAVAILABLE;
      default -> status.getCode() < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
    };
  }
}
