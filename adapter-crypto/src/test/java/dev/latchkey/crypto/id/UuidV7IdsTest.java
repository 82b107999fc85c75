package dev.latchkey.crypto.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7IdsTest {
  private static final int EACH = 20_000;

  @Test
  void givesIdsOfVersionSevenInStrictOrder() {
    var ids = new UuidV7Ids();

    var given = Stream.generate(ids::next).limit(EACH).toList();

    assertThat(given).allMatch(id -> id.version() == 7 && id.variant() == 2);
    assertThat(given.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void neverGivesAnIdTwiceToAnyThread() throws Exception {
    var ids = new UuidV7Ids();
    Callable<List<UUID>> asker = () -> Stream.generate(ids::next).limit(EACH).toList();
    var threads = Executors.newFixedThreadPool(8);

    try {
      var answers = threads.invokeAll(Collections.nCopies(8, asker));

      var all = IntStream.range(0, 8).mapToObj(answers::get).flatMap(UuidV7IdsTest::result);
      assertThat(all.distinct().count()).isEqualTo(8L * EACH);
    } finally {
      threads.shutdown();
    }
  }

  private static Stream<UUID> result(Future<List<UUID>> answer) {
    try {
      return answer.get().stream();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
