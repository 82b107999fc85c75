package dev.latchkey.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class RotatedTest {

  @Test
  void tellsItsRefusalsApartByValue() {
    var refusals =
        Set.of(
            new Rotated.Reused(),
            new Rotated.Ended(),
            new Rotated.Expired(),
            new Rotated.Unknown());

    assertThat(refusals)
        .hasSize(4)
        .contains(
            new Rotated.Reused(),
            new Rotated.Ended(),
            new Rotated.Expired(),
            new Rotated.Unknown());
  }
}
