package com.example.accounts;

import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.application.account.Registration;
import dev.latchkey.application.session.CheckAccess;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.Client;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Turns requests into calls of the use cases, and each of their outcomes into an answer.
@RestController
class AccountsController {
  private static final String BEARER = "Bearer ";

  private final RegisterUser registerUser;
  private final LogIn logIn;
  private final CheckAccess checkAccess;

  AccountsController(RegisterUser registerUser, LogIn logIn, CheckAccess checkAccess) {
    this.registerUser = registerUser;
    this.logIn = logIn;
    this.checkAccess = checkAccess;
  }

  @PostMapping("/register")
  ResponseEntity<String> register(@RequestBody Credentials wish, HttpServletRequest request) {
    var registration = Registration.of(wish.email(), wish.rawPassword());
    return switch (registerUser.register(registration, origin(request))) {
      case RegisterUser.Registered(var user) -> answer(201, user.id().toString());
      case RegisterUser.Accepted() -> answer(202, "A mail says how to go on.");
      case RegisterUser.Invalid(var violations) -> answer(422, violations.getFirst().detail());
      case RegisterUser.Throttled _ -> answer(429, "Too many registrations.");
      case RegisterUser.Refused.EMAIL_TAKEN, RegisterUser.Refused.USERNAME_TAKEN ->
          answer(409, "There is such an account.");
      case RegisterUser.Refused.CLOSED, RegisterUser.Refused.ROLE_NOT_ASSIGNABLE ->
          answer(403, "Not for you.");
    };
  }

  @PostMapping("/login")
  ResponseEntity<String> logIn(@RequestBody Credentials given, HttpServletRequest request) {
    var login = given.email() == null ? "" : given.email();
    return switch (logIn.logIn(login, given.rawPassword(), origin(request))) {
      case LogIn.LoggedIn(var pair) -> answer(200, pair.access().reveal());
      // Why is nobody's business.
      case LogIn.Refused _, LogIn.Malformed _ -> answer(401, "Wrong address or password.");
      case LogIn.Unverified() -> answer(403, "Verify your address first.");
      case LogIn.Throttled _ -> answer(429, "Too many wrong passwords.");
    };
  }

  @GetMapping("/me")
  ResponseEntity<String> me(
      @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
      HttpServletRequest request) {
    if (!authorization.startsWith(BEARER)) {
      return answer(401, "An access token is needed.");
    }
    return checkAccess
        .check(authorization.substring(BEARER.length()), origin(request))
        .map(caller -> answer(200, caller.user().email().display()))
        .orElseGet(() -> answer(401, "The access token is not good."));
  }

  /// The hasher is busy, or a store cannot answer: never "wrong password".
  @ExceptionHandler
  ResponseEntity<String> unavailable(Unavailable busy) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", Long.toString(busy.retryAfter().toSeconds()))
        .body("Try again.");
  }

  /// Limits count by the address of the client.
  private static Origin origin(HttpServletRequest request) {
    var client = new Client(request.getRemoteAddr(), request.getHeader("User-Agent"));
    return new Origin(request.getRequestId(), client);
  }

  private static ResponseEntity<String> answer(int status, String text) {
    var answer = ResponseEntity.status(status).header("Cache-Control", "no-store");
    return status == 401
        ? answer.header("WWW-Authenticate", "Bearer").body(text)
        : answer.body(text);
  }
}
