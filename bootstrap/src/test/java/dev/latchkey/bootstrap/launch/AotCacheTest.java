package dev.latchkey.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class AotCacheTest {
  @TempDir private Path folder;

  @BeforeEach
  void install() throws IOException {
    Files.createFile(cache().jar());
  }

  @Test
  void isNotThereAtFirst() throws IOException {
    assertThat(cache().isTrusted()).isFalse();
  }

  @Test
  void liesBesideTheJar() throws IOException {
    write("rw-r--r--");

    assertThat(cache().file()).isEqualTo(folder.resolve("latchkey.aot"));
    assertThat(cache().isTrusted()).isTrue();
  }

  @Test
  void isNotTrustedWhereOthersMayWriteIt() throws IOException {
    write("rw-rw-r--");

    assertThat(cache().isTrusted()).isFalse();
  }

  private AotCache cache() {
    return new AotCache(folder.resolve("latchkey.jar"));
  }

  private void write(String permissions) throws IOException {
    Files.createFile(cache().file());
    Files.setPosixFilePermissions(cache().file(), PosixFilePermissions.fromString(permissions));
  }
}
