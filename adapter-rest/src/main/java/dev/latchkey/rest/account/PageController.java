package dev.latchkey.rest.account;

import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.server.Paths;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The pages that the links in mails lead to. They are the same for everybody: a link's secret is
/// in its fragment, which no server is sent, and whoever only looks at a page, such as a mail
/// scanner, redeems nothing.
@Controller("/account")
@Hidden
final class PageController {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "account.css", "text/css",
          "account.js", "text/javascript",
          "icon.svg", "image/svg+xml");

  private final Paths paths;

  PageController(Paths paths) {
    this.paths = paths;
  }

  @Get("/verify-email")
  @Produces(MediaType.TEXT_HTML)
  @Secured(Access.ANYBODY)
  HttpResponse<?> verifyEmail() {
    return page("verify-email.html");
  }

  @Get("/reset-password")
  @Produces(MediaType.TEXT_HTML)
  @Secured(Access.ANYBODY)
  HttpResponse<?> resetPassword() {
    return page("reset-password.html");
  }

  @Get("/change-email")
  @Produces(MediaType.TEXT_HTML)
  @Secured(Access.ANYBODY)
  HttpResponse<?> changeEmail() {
    return page("change-email.html");
  }

  @Get("/assets/{file}")
  @Produces(MediaType.ALL)
  @Secured(Access.ANYBODY)
  @Nullable HttpResponse<?> asset(String file) {
    var type = TYPES.get(file);
    return type == null
        ? null
        : HttpResponse.ok(resource(file)).contentType(MediaType.of(type + ";charset=utf-8"));
  }

  private HttpResponse<?> page(String file) {
    return HttpResponse.ok(resource(file).replace("{prefix}", paths.prefix()))
        .contentType(MediaType.of("text/html;charset=utf-8"))
        .header("Content-Security-Policy", POLICY);
  }

  private static String resource(String file) {
    var name = "dev/latchkey/rest/account/" + file;
    try (var in = PageController.class.getClassLoader().getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
