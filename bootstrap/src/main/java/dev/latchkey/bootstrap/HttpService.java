package dev.latchkey.bootstrap;

import dev.latchkey.application.admin.CreateAdmin;
import dev.latchkey.bootstrap.command.ServeCommand;
import dev.latchkey.bootstrap.command.StartFailure;
import dev.latchkey.bootstrap.housekeeping.HeapKeeper;
import dev.latchkey.bootstrap.housekeeping.Housekeeper;
import dev.latchkey.bootstrap.key.KeyKeeper;
import dev.latchkey.bootstrap.mail.MailWorker;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.FirstAdmin;
import dev.latchkey.bootstrap.settings.HttpSettings;
import dev.latchkey.bootstrap.settings.ManagementSettings;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.wiring.Context;
import dev.latchkey.bootstrap.wiring.HashPreparation;
import dev.latchkey.crypto.password.CommonPasswords;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.persistence.session.live.Notices;
import dev.latchkey.rest.health.Readiness;
import dev.latchkey.rest.management.ManagementServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service over HTTP.
final class HttpService implements ServeCommand.Service {
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
  private static final Duration DRAINING = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final PrintWriter output;

  HttpService(PrintWriter output) {
    this.output = output;
  }

  @Override
  public Running start(Settings settings, DatabaseAccess database) {
    var context = Context.open(settings, database);
    try {
      context.getBean(KeyKeeper.class).start();
      makeFirstAdmin(context, settings);
      listen(context, settings.http());
      if (settings.management() != null) {
        listen(context, settings.management());
      }
      if (settings.sessionCache()) {
        context.getBean(Notices.class).start();
      }
      prepare(context.getBean(HashPreparation.class));
      sendMails(context);
      if (settings.housekeeping().on()) {
        context.getBean(Housekeeper.class).start();
      }
      greet(settings, Banner.of(settings, hasAdmin(context)));
      context.getBean(HeapKeeper.class).start();
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
    return () -> drain(context);
  }

  /// What the first log-in would wait for, half a second later: whoever asks first whether the
  /// service is ready has the processors.
  private static void prepare(HashPreparation hashing) {
    Thread.ofPlatform()
        .daemon()
        .name("preparing")
        .start(() -> {
          LockSupport.parkNanos(PAUSE.toNanos());
          hashing.start();
          CommonPasswords.load();
        });
  }

  /// Where the log is JSON, nothing else goes to standard output.
  private void greet(Settings settings, Banner banner) {
    switch (settings.log().format()) {
      case TEXT -> banner.print(output);
      case JSON -> banner.lines().forEach(line -> LOG.info("{}", line));
    }
  }

  private static void sendMails(ApplicationContext context) {
    context
        .findBean(MailWorker.class)
        .ifPresentOrElse(
            MailWorker::start,
            () ->
                LOG.warn(
                    "NO MAIL IS SENT: set SMTP_URL and MAIL_FROM. Until then mails wait in the"
                        + " outbox, for seven days at most, and nobody can confirm an address or"
                        + " reset a password."));
  }

  private static void listen(ApplicationContext context, HttpSettings http) {
    try {
      context.getBean(EmbeddedServer.class).start();
    } catch (ServerStartupException e) {
      throw new StartFailure(
          "Latchkey cannot listen on port %d of %s (%s). End what uses it, or set PORT."
              .formatted(http.port(), http.host(), reason(e)),
          e);
    }
  }

  private static void listen(ApplicationContext context, ManagementSettings management) {
    try {
      context
          .getBean(ManagementServer.class)
          .start(new InetSocketAddress(management.host(), management.port()));
    } catch (IOException | UnresolvedAddressException e) {
      throw new StartFailure(
          "Latchkey cannot listen on port %d of %s (%s). End what uses it, or set MANAGEMENT_PORT."
              .formatted(management.port(), management.host(), reason(e)),
          e);
    }
  }

  private static String reason(Throwable thrown) {
    var reason = thrown;
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      reason = cause;
    }
    return String.valueOf(reason.getMessage());
  }

  private static void makeFirstAdmin(ApplicationContext context, Settings settings) {
    FirstAdmin wanted = settings.firstAdmin();
    if (wanted == null || hasAdmin(context)) {
      return;
    }
    var outcome =
        context.getBean(CreateAdmin.class).create(wanted.email().display(), wanted.password());
    switch (outcome) {
      case CreateAdmin.Created _ -> LOG.info("Made the first admin, {}.", wanted.email());
      // Another node that starts with the same settings may have been first.
      case CreateAdmin.EmailTaken _ ->
          LOG.warn("No first admin was made: {} is a user already.", wanted.email());
      case CreateAdmin.Invalid(var violations) ->
          throw new StartFailure("BOOTSTRAP_ADMIN_PASSWORD: " + violations.getFirst().detail());
    }
  }

  private static boolean hasAdmin(ApplicationContext context) {
    var admins =
        new UserQuery(null, RoleName.ADMIN, true, null, UserQuery.Order.OLDEST, null, 1, false);
    return !context.getBean(UserStore.class).search(admins).users().isEmpty();
  }

  private static void drain(ApplicationContext context) {
    context.getBean(Readiness.class).end();
    try (context) {
      context.findBean(MailWorker.class).ifPresent(MailWorker::close);
      context.getBean(Housekeeper.class).close();
      context
          .getBean(GracefulShutdownManager.class)
          .shutdownGracefully()
          .toCompletableFuture()
          .get(DRAINING.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Requests were still under way when the service ended.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
