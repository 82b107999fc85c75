package dev.latchkey.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmFlagsTest {
  private static final Path CACHE = Path.of("/opt/latchkey/latchkey.aot");

  @Test
  void givesWhatTheServiceWants() {
    assertThat(wanted(2, ""))
        .contains(
            "-XX:+UseSerialGC",
            "-XX:AOTCache=/opt/latchkey/latchkey.aot",
            "-Dlatchkey.launched=true");
  }

  @Test
  void leavesTheCollectorOfALargeMachineToTheJvm() {
    assertThat(wanted(16, ""))
        .doesNotContain("-XX:+UseSerialGC")
        .noneMatch(flag -> flag.startsWith("-XX:MaxNewSize"))
        .contains("-Xmx816m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-XX:+UseG1GC", "-XX:+UseZGC", "@jvm.args", "-XX:VMOptionsFile=f", "-XX:Flags=f"})
  void namesNoSecondCollector(String given) {
    assertThat(wanted(2, given)).doesNotContain("-XX:+UseSerialGC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xmx48m",
        "-XX:MaxHeapSize=48m",
        "-XX:MaxRAMPercentage=75",
        "-XX:NewSize=1m",
        "-XX:MinHeapFreeRatio=40",
        "@jvm.args"
      })
  void leavesTheHeapToWhoeverSizesIt(String given) {
    assertThat(wanted(2, "")).contains("-XX:InitialHeapSize=24m", "-Xmx256m");
    assertThat(wanted(2, given))
        .noneMatch(flag -> flag.matches("-Xm.*|.*(New|HeapSize|HeapFree).*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:AOTCache=own.aot", "-XX:AOTMode=off", "-Xshare:off"})
  void namesNoSecondCache(String given) {
    assertThat(wanted(2, given)).noneMatch(flag -> flag.startsWith("-XX:AOTCache"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UnlockDiagnosticVMOptions", "-XX:+HeapDumpOnOutOfMemoryError"})
  void isNotConfusedByOptionsOfOtherMatters(String given) {
    assertThat(wanted(2, given))
        .contains("-XX:+UseSerialGC", "-Xmx256m", "-XX:TrimNativeHeapInterval=5000");
  }

  @Test
  void takesTheFlagThatForbidsCollectionsForNoCollector() {
    assertThat(wanted(2, "-XX:+DisableExplicitGC")).contains("-XX:+UseSerialGC");
  }

  @Test
  void sizesTheHeapOfTheSerialCollectorWhoeverAskedForIt() {
    assertThat(wanted(16, "-XX:+UseSerialGC"))
        .doesNotContain("-XX:+UseSerialGC")
        .contains("-XX:MaxNewSize=24m", "-Dlatchkey.heap=688");
    assertThat(wanted(2, "")).contains("-XX:MaxNewSize=24m", "-Dlatchkey.heap=128");
  }

  @Test
  void leavesTheTrimmingToWhoeverAsksForIt() {
    assertThat(wanted(2, "-XX:TrimNativeHeapInterval=0"))
        .noneMatch(flag -> flag.contains("Trim"))
        .contains("-Xmx256m");
  }

  @Test
  void leavesTheLogOfTheJvmAsItWasAskedFor() {
    assertThat(wanted(2, "-Xlog:gc")).noneMatch(flag -> flag.startsWith("-Xlog"));
  }

  @Test
  void namesNoCacheThatIsNotThere() {
    assertThat(new JvmFlags("").wanted(2, null)).noneMatch(flag -> flag.contains("AOT"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-javaagent:tracing.jar",
        "-agentlib:jdwp=transport=dt_socket,server=y",
        "JAVA_TOOL_OPTIONS=-agentpath:/opt/profiler.so",
        "-Dcom.sun.management.jmxremote.port=9010"
      })
  void leavesAJvmAloneThatHasAGuest(String given) {
    assertThat(new JvmFlags(given).canBeGiven()).isFalse();
    assertThat(new JvmFlags("-Xmx1g").canBeGiven()).isTrue();
  }

  private static List<String> wanted(int processors, String given) {
    return new JvmFlags(given).wanted(processors, CACHE);
  }
}
