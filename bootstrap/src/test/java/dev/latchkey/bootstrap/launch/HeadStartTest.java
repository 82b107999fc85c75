package dev.latchkey.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HeadStartTest {

  @Test
  void theFrameworkStillHasTheEvent() {
    assertThatCode(() -> Class.forName(HeadStart.EVENT)).doesNotThrowAnyException();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theCompilerYieldsToOthersAfterwards() throws IOException {
    new HeadStart().run();

    assertThat(LinuxThreads.nicenessOf(HeadStart.COMPILER)).contains(HeadStart.NICENESS);
  }
}
