package dev.latchkey.rest.management;

import com.sun.net.httpserver.HttpServer;
import dev.latchkey.rest.health.Readiness;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Figures and health on a port of its own, without a token: for machines that scrape and probe,
/// where no client comes. A server apart, not a second door to the service: no setting, filter or
/// mistake can make it serve the API.
@Singleton
public final class ManagementServer {
  private static final int BACKLOG = 50;

  private final PrometheusMeterRegistry registry;
  private final Readiness readiness;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable HttpServer server;

  ManagementServer(PrometheusMeterRegistry registry, Readiness readiness) {
    this.registry = registry;
    this.readiness = readiness;
  }

  /// Starts to listen.
  ///
  /// @param address with port 0, any free port
  /// @return the port
  /// @throws IOException where nothing can listen there
  public synchronized int start(InetSocketAddress address) throws IOException {
    var started = HttpServer.create(address, BACKLOG);
    started.createContext("/", new ManagementPages(registry::scrape, readiness));
    started.setExecutor(threads);
    started.start();
    server = started;
    return started.getAddress().getPort();
  }

  @PreDestroy
  synchronized void stop() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
  }
}
