package dev.latchkey.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.launch.LinuxThreads;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ModestThreadsTest {

  @Test
  void itsThreadsYieldToOthersAndTheOthersStayAsTheyAre() throws Exception {
    var before = LinuxThreads.niceness();
    var modest = new FutureTask<>(LinuxThreads::niceness);

    new ModestThreads(15).newThread(modest).start();

    assertThat(modest.get()).isEqualTo(15);
    assertThat(LinuxThreads.niceness()).isEqualTo(before).isNotEqualTo(15);
  }
}
