package dev.latchkey.bootstrap.bench;

import dev.latchkey.bootstrap.bench.bare.BareServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Servers of the framework alone that answer `GET /auth/me` with given bytes.
public final class Bare {
  /// What they answer.
  public static final String PATH = "/auth/me";

  // Without a logger: unconfigured, it would write several lines about each request.
  private static final Pattern FRAMEWORK =
      Pattern.compile(
          "(micronaut-(aop|buffer|context|core|discovery|http|inject|jackson|json|retry|router"
              + "|runtime|serde)|netty|reactive|reactor|slf4j|jakarta.(annotation|inject)"
              + "|jackson|jspecify).*");

  private final Stage stage;

  Bare(Stage stage) {
    this.stage = stage;
  }

  /// Starts one on a virtual machine of the same options.
  public Server like(Server server, String body) throws IOException, InterruptedException {
    var bare = start(server.options(), own(), body);
    bare.await(PATH);
    return bare;
  }

  /// Starts one with an AOT cache, on a virtual machine of the same options, and ends it.
  ///
  /// @return what tells the seconds until it answered
  public Callable<Double> startLike(Server server) throws IOException, InterruptedException {
    var jar = stage.home().resolve("bare.jar");
    var made =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "cf", jar.toString(), "-C", own().toString(), ".");
    if (made != 0) {
      throw new IOException("no jar was made");
    }
    var cache = jar.resolveSibling("bare.aot");
    try (var rehearsal = start(with(server.options(), "-XX:AOTCacheOutput=" + cache), jar, "")) {
      rehearsal.await(PATH);
    }
    return () -> {
      try (var bare = start(with(server.options(), "-XX:AOTCache=" + cache), jar, "")) {
        return bare.await(PATH).toNanos() / 1e9;
      }
    };
  }

  private static List<String> with(List<String> options, String option) {
    return Stream.concat(options.stream(), Stream.of(option)).toList();
  }

  private Server start(List<String> options, Path own, String body) throws IOException {
    var file = stage.keepFile(Files.createTempFile("latchkey-bench", ".json"));
    Files.writeString(file, body);
    var arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-Dbare.body=" + file, "-classpath", classPath(own)));
    arguments.add(BareServer.class.getName());
    return stage.start(arguments);
  }

  private static Path own() {
    return Path.of(BareServer.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static String classPath(Path own) {
    return Stream.concat(
            Stream.of(own),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .filter(entry -> FRAMEWORK.matcher(String.valueOf(entry.getFileName())).matches()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
