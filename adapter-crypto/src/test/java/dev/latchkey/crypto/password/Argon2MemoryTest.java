package dev.latchkey.crypto.password;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Argon2MemoryTest {
  private static final long AGES = 1_000_000;

  @Test
  void goesFromOneHashToTheNextAsItIs() {
    var memory = new Argon2Memory(10, 2, AGES);
    var used = used(memory);

    memory.giveBack(used);

    assertThat(memory.take()).isSameAs(used).containsOnly(1);
    assertThat(memory.take()).hasSize(10).containsOnly(0);
  }

  @Test
  void keepsNoMoreThanItMayAndWipesTheRest() {
    var memory = new Argon2Memory(10, 1, AGES);
    var first = used(memory);
    var second = used(memory);

    memory.giveBack(first);
    memory.giveBack(second);

    assertThat(memory.idle()).isEqualTo(1);
    assertThat(first).containsOnly(1);
    assertThat(second).containsOnly(0);
  }

  @Test
  void wipesWhatLiesIdleAndGivesItOutAgain() {
    var memory = new Argon2Memory(10, 2, 20);
    var first = used(memory);
    var second = used(memory);

    memory.giveBack(first);
    memory.giveBack(second);

    await().until(() -> isWiped(first) && isWiped(second) && memory.idle() == 2);
    assertThat(List.of(memory.take(), memory.take())).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void letsGoWhatLiesIdleForLong() {
    var memory = new Argon2Memory(10, 1, 5);
    var first = used(memory);

    memory.giveBack(first);

    await().during(100, MILLISECONDS).until(() -> memory.idle() == 0);
    assertThat(memory.take()).isNotSameAs(first);
  }

  private static boolean isWiped(long[] memory) {
    return Arrays.stream(memory).allMatch(word -> word == 0);
  }

  private static long[] used(Argon2Memory memory) {
    var used = memory.take();
    Arrays.fill(used, 1);
    return used;
  }
}
