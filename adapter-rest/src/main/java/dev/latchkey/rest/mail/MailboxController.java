package dev.latchkey.rest.mail;

import dev.latchkey.domain.mail.MailId;
import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.server.Paths;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Shows the mailbox for development.
@Controller("/dev/mail")
@Hidden
@Requires(property = DevMailbox.SWITCH, value = "on")
@Secured(Access.ANYBODY)
final class MailboxController {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final DevMailbox mailbox;
  private final String path;
  private final String host;

  MailboxController(
      DevMailbox mailbox, Paths paths, @Value("${latchkey.public-url:}") String publicUrl) {
    this.mailbox = mailbox;
    path = paths.prefix() + "/dev/mail";
    host = publicUrl.isEmpty() ? "localhost" : String.valueOf(URI.create(publicUrl).getHost());
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  @Nullable HttpResponse<?> list(HttpRequest<?> request) {
    return isMeant(request) ? page(MailboxPage.list(mailbox.letters(), path)) : null;
  }

  @Get("/{id}")
  @Produces(MediaType.TEXT_HTML)
  @Nullable HttpResponse<?> one(HttpRequest<?> request, UUID id) {
    return isMeant(request)
        ? mailbox
            .find(new MailId(id))
            .map(letter -> page(MailboxPage.one(letter, path)))
            .orElse(null)
        : null;
  }

  /// Whether the page was asked for on this machine, by a name of this service. A site elsewhere
  /// may have its own name lead here, so that the browser takes what is here for its; and who asks
  /// from elsewhere may claim any name.
  private boolean isMeant(HttpRequest<?> request) {
    return isFromHere(request) && isByName(request);
  }

  /// Looks at the connection itself, not at what a request says of where it comes from.
  private static boolean isFromHere(HttpRequest<?> request) {
    var peer = request.getRemoteAddress().getAddress();
    return peer != null && peer.isLoopbackAddress();
  }

  private boolean isByName(HttpRequest<?> request) {
    var asked = request.getHeaders().get("Host");
    if (asked == null) {
      return false;
    }
    var name = asked.replaceFirst(":[0-9]+$", "");
    return name.equalsIgnoreCase(host) || THIS_MACHINE.contains(name);
  }

  private static HttpResponse<?> page(String html) {
    return HttpResponse.ok(html).header("Content-Security-Policy", MailboxPage.POLICY);
  }
}
