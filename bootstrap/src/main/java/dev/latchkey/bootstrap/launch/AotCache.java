package dev.latchkey.bootstrap.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a JVM has kept of an earlier run to start faster. It is code: it lies beside the jar, where
/// whoever could exchange it could exchange the jar, and is only used where it has the jar's owner
/// and nobody else can write it.
///
/// @param jar that it belongs to
public record AotCache(Path jar) {
  private static final int OTHERS_WRITE = 0022;

  /// That of the jar that this JVM runs; null where it runs none.
  public static @Nullable AotCache ofProcess() {
    var path = System.getProperty("java.class.path");
    return path.endsWith(".jar") && path.indexOf(':') < 0
        ? new AotCache(Path.of(path).toAbsolutePath())
        : null;
  }

  /// Where it lies, if it is there.
  public Path file() {
    var name = jar.getFileName().toString();
    return jar.resolveSibling(name.substring(0, name.length() - "jar".length()).concat("aot"));
  }

  /// Whether it is there and can only come from whom the jar comes from.
  boolean isTrusted() throws IOException {
    var file = file();
    // Not through a link, which could lead elsewhere a moment later.
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS)
            .equals(Files.getAttribute(jar, "unix:uid"))
        && ((int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & OTHERS_WRITE)
            == 0;
  }
}
