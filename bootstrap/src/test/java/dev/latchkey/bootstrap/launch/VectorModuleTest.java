package dev.latchkey.bootstrap.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VectorModuleTest {

  @Test
  void makesTheVectorApiKnownToARunningJvm() throws Exception {
    assertThat(probe("--add-exports=" + exportedByTheJar() + "=ALL-UNNAMED"))
        .isEqualTo("class jdk.incubator.vector.LongVector, true");
  }

  @Test
  void changesNothingWhereItMayNot() throws Exception {
    assertThat(probe()).startsWith("java.lang.ClassNotFoundException");
  }

  /// What the jar's manifest is made to say.
  private static String exportedByTheJar() throws Exception {
    var entry = Pattern.compile("<Add-Exports>(.*)</Add-Exports>");
    var found = entry.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String probe(String... flags) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Else that flag cannot be read.
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.addAll(List.of(flags));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(VectorModuleTest.class.getName());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }

  public static void main(String[] args) throws Exception {
    VectorModule.load();
    try {
      var vectors = Class.forName("jdk.incubator.vector.LongVector");
      var flags = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      System.out.println(vectors + ", " + flags.getVMOption("EnableVectorSupport").getValue());
    } catch (ClassNotFoundException unknown) {
      System.out.println(unknown);
    }
  }
}
