package dev.latchkey.testkit.id;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Ids;
import dev.latchkey.testkit.race.Race;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every source of ids keeps to. A test class of an adapter implements this and inherits the
/// tests.
public interface IdsContract {

  /// The source, the same throughout a test.
  Ids ids();

  @Test
  default void givesUuidsThatBeginWithTheTime() {
    var id = ids().next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  default void givesIdsThatSortInTheOrderTheyWereGiven() {
    var ids = given(10_000);

    assertThat(ids).extracting(UUID::toString).isSorted();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  default void givesNoIdTwiceWhereManyAskAtOnce() {
    var ids = Race.of(16, () -> given(1_000)).stream().flatMap(List::stream).toList();

    assertThat(ids).hasSize(16_000).doesNotHaveDuplicates();
  }

  private List<UUID> given(int number) {
    return Stream.generate(() -> ids().next()).limit(number).toList();
  }
}
