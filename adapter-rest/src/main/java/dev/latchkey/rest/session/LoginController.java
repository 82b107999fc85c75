package dev.latchkey.rest.session;

import dev.latchkey.application.session.LogIn;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.rest.json.Form;
import dev.latchkey.rest.json.InvalidRequest;
import dev.latchkey.rest.limit.Throttled;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.security.RequestOrigin;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where people log in.
@Controller("/auth")
@MayFail
@Tag(name = "session")
final class LoginController {
  private final LogIn logIn;
  private final LoginCounter counter;
  private final Throttled throttled;

  LoginController(LogIn logIn, LoginCounter counter, Throttled throttled) {
    this.logIn = logIn;
    this.counter = counter;
    this.throttled = throttled;
  }

  @Post("/login")
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "Log in by e-mail or username",
      security = {})
  @ApiResponse(
      responseCode = "200",
      description = "The session is open",
      content = @Content(schema = @Schema(implementation = TokenResponse.class)))
  HttpResponse<?> logIn(HttpRequest<?> http, @Body LoginRequest request) {
    return answer(http, request.name(), request.password());
  }

  @Post("/login")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Secured(Access.ANYBODY)
  @Hidden
  HttpResponse<?> logInByForm(HttpRequest<?> http, @Body @Nullable String body) {
    var form = Form.read(body);
    return answer(
        http,
        required(form, "username"),
        new RawPassword(form.findAny("password").orElseGet(() -> required(form, "password"))));
  }

  private static String required(Form form, String name) {
    return form.find(name)
        .orElseThrow(
            () -> new InvalidRequest(name, Violation.Code.REQUIRED, "This field is needed."));
  }

  private HttpResponse<?> answer(HttpRequest<?> http, String name, RawPassword password) {
    try {
      return answer(counter.counted(logIn.logIn(name, password, RequestOrigin.of(http))));
    } catch (Overloaded busy) {
      // In a flood this is to cost little: a handler would be looked for anew each time.
      return Problems.unavailable(ProblemCode.OVERLOADED, busy.retryAfter());
    }
  }

  private HttpResponse<?> answer(LogIn.Outcome outcome) {
    return switch (outcome) {
      case LogIn.LoggedIn(var pair) -> HttpResponse.ok(TokenResponse.of(pair));
      case LogIn.Refused _ -> Problems.of(ProblemCode.INVALID_CREDENTIALS);
      case LogIn.Throttled(var refused) -> throttled.answer(refused);
      case LogIn.Unverified _ -> Problems.of(ProblemCode.EMAIL_NOT_VERIFIED);
      case LogIn.Malformed(var violation) -> Problems.invalid(List.of(violation));
    };
  }
}
