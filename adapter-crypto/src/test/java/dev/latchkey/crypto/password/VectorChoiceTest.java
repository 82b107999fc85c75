package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a process chooses that is started in one way or another.
class VectorChoiceTest {
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";
  private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

  @Test
  void fallsBackWithoutAWordWhereTheModuleIsMissing() throws Exception {
    assertThat(choice(NATIVE)).isEqualTo("native\n");
  }

  @Test
  void fallsBackWhereNoCompilerKnowsVectors() throws Exception {
    assertThat(choice(NATIVE, VECTORS, "-XX:TieredStopAtLevel=1")).endsWith("native\n");
    assertThat(choice(NATIVE, VECTORS, "-Xint")).endsWith("native\n");
  }

  @Test
  void leavesTheNativeLibraryAloneWhereItHasVectors() throws Exception {
    assumeTrue(Runtime.version().feature() >= 25);
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "narrow registers");

    assertThat(choice(VECTORS, "-Xlog:class+load"))
        .contains("\nvector\n")
        .doesNotContain("com.sun.jna")
        .doesNotContain("de.mkammerer");
  }

  private static String choice(String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Choice.class.getName()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var output = process.inputReader()) {
      return String.join("\n", output.lines().toList()) + "\n";
    }
  }

  static final class Choice {
    private Choice() {}

    public static void main(String[] args) {
      System.out.println(Argon2Implementation.best());
    }
  }
}
