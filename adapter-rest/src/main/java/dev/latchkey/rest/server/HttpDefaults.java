package dev.latchkey.rest.server;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/// The framework settings that our contract rests on, the same in every context that has this
/// module: its own are made for other needs (see the traps in CONTRIBUTING.md).
@ContextConfigurer
public final class HttpDefaults implements ApplicationContextConfigurer {
  /// How long a request's body may be, in bytes.
  static final int MAX_BODY = 64 * 1024;

  private static final Map<String, Object> PROPERTIES =
      Map.ofEntries(
          // Controllers block on JDBC: they run on virtual threads, never on the event loop.
          Map.entry("micronaut.server.thread-selection", "BLOCKING"),
          Map.entry("micronaut.server.max-request-size", MAX_BODY),
          Map.entry("micronaut.server.max-request-buffer-size", MAX_BODY),
          Map.entry("micronaut.server.netty.max-header-size", 8 * 1024),
          Map.entry("micronaut.server.netty.max-initial-line-length", 4 * 1024),
          Map.entry("micronaut.server.idle-timeout", "60s"),
          // Our own header filter sets it, on every answer.
          Map.entry("micronaut.server.date-header", false),
          Map.entry("micronaut.server.netty.request-decompression-enabled", false),
          Map.entry("micronaut.serde.serialization.inclusion", "ALWAYS"));

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.properties(PROPERTIES);
  }
}
