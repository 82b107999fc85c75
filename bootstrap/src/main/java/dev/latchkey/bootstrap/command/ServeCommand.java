package dev.latchkey.bootstrap.command;

import dev.latchkey.bootstrap.launch.HeadStart;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// Runs the service until it is told to end.
@Command(
    name = "serve",
    description = "Starts the service; Ctrl-C or SIGTERM ends it in good order. The default.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  private final Preparation preparation;
  private final Service service;

  public ServeCommand(Preparation preparation, Service service) {
    this.preparation = preparation;
    this.service = service;
  }

  @Override
  public Integer call() {
    HeadStart.begin();
    return preparation.withSettings(this::serve);
  }

  private int serve(Settings settings) {
    var database = OpenDatabase.own(settings);
    var running = new AtomicReference<Service.@Nullable Running>();
    var ended = new CountDownLatch(1);
    // Also for who loses patience while the service is only starting.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> end(running.get(), database, ended), "shutdown"));
    running.set(start(settings, database));
    await(ended);
    return ExitStatus.DONE;
  }

  private Service.Running start(Settings settings, OpenDatabase database) {
    try {
      return service.start(settings, database.access());
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// The database goes last: requests that are still under way need it.
  private static void end(
      Service.@Nullable Running running, OpenDatabase database, CountDownLatch ended) {
    try (database) {
      if (running != null) {
        running.close();
      }
    } finally {
      ended.countDown();
    }
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The service to run.
  @FunctionalInterface
  public interface Service {

    /// Starts to serve HTTP and returns when requests are accepted.
    Running start(Settings settings, DatabaseAccess database);

    /// A service that accepts requests.
    @FunctionalInterface
    interface Running extends AutoCloseable {
      /// Accepts no more requests and waits for those under way.
      @Override
      void close();
    }
  }
}
