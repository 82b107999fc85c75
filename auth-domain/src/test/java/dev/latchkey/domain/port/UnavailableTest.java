package dev.latchkey.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class UnavailableTest {

  @Test
  void saysWhatIsMissingWhyAndWhenToComeBack() {
    var cause = new IOException("connection reset");
    var lost = new Unavailable("the database", Duration.ofSeconds(3), cause);

    assertThat(lost).hasMessage("the database").hasCause(cause);
    assertThat(lost.retryAfter()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void coversOverload() {
    Unavailable busy = new Overloaded("the hasher", Duration.ofSeconds(1));

    assertThat(busy).hasMessage("the hasher").hasNoCause();
    assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }
}
