package dev.latchkey.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class LauncherTest {

  @Test
  void knowsHowJavaIsNumbered() {
    assertThat(Launcher.feature("1.8")).isEqualTo(8);
    assertThat(Launcher.feature("17")).isEqualTo(17);
    assertThat(Launcher.feature("25")).isEqualTo(25);
  }

  @Test
  void saysWhatItFoundAndWhatItNeeds() {
    assertThat(Launcher.complaint(17, "/usr/lib/jvm/17"))
        .startsWith("Latchkey needs Java 25 or newer, but this is Java 17 (/usr/lib/jvm/17).")
        .doesNotContain("\n");
  }

  @Test
  void isReadableByJava8() throws Exception {
    try (var file = Launcher.class.getResourceAsStream("Launcher.class")) {
      var header = file.readNBytes(8);

      assertThat(header[7]).as("major version of the class file").isEqualTo((byte) 52);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "java17.home", matches = ".+")
  void endsWithTwoOnAnOlderJava() throws Exception {
    var classes =
        Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var java = Path.of(System.getProperty("java17.home"), "bin", "java").toString();

    var process =
        new ProcessBuilder(java, "-cp", classes.toString(), Launcher.class.getName())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .startsWith("Latchkey needs Java 25 or newer, but this is Java 17")
        .hasLineCount(1);
    assertThat(process.waitFor()).isEqualTo(2);
  }
}
