package dev.latchkey.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ModestThreadsTest {
  /// Of what follows the name, which is in brackets and may hold anything.
  private static final int NICENESS = 16;

  @Test
  void itsThreadsYieldToOthersAndTheOthersStayAsTheyAre() {
    var before = niceness();
    var modest = new CompletableFuture<Integer>();

    new ModestThreads(15).newThread(() -> modest.complete(niceness())).start();

    assertThat(modest.join()).isEqualTo(15);
    assertThat(niceness()).isEqualTo(before).isNotEqualTo(15);
  }

  private static int niceness() {
    try {
      var stat = Files.readString(Path.of("/proc/thread-self/stat"));
      return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICENESS]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
