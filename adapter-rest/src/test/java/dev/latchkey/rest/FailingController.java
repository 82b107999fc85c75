package dev.latchkey.rest;

import dev.latchkey.rest.security.Access;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fails in the way it is asked to. In servers of the property `test.failing` only.
@Controller("/failing/{how}")
@Hidden
@Requires(property = "test.failing")
final class FailingController {
  private static final Logger LOG = LoggerFactory.getLogger(FailingController.class);

  @Get
  @Secured(Access.ANYBODY)
  String fail(@PathVariable String how) throws Throwable {
    throw switch (how) {
      case "logged" -> {
        LOG.warn("Fails on {}", Thread.currentThread());
        yield new IllegalStateException("canary");
      }
      case "checked" -> new SQLException("SELECT hash FROM users", "42P01");
      case "io" -> new IOException("/etc/latchkey/secret");
      case "error" -> new AssertionError("canary");
      case "overflow" -> new IllegalStateException("depth " + deep(0));
      case "memory" -> new OutOfMemoryError("canary");
      case "argument" -> new IllegalArgumentException("io.micronaut.canary");
      default -> new IllegalStateException("java.lang.canary");
    };
  }

  private static int deep(int depth) {
    return depth < 0 ? 0 : deep(depth + 1) + 1;
  }
}
