package dev.latchkey.testkit.password;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.HashFormats;
import dev.latchkey.domain.port.PasswordHasher;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuickHashFormatsTest implements HashFormatsContract {
  private final QuickPasswordHasher hasher = new QuickPasswordHasher();

  @Override
  public HashFormats formats() {
    return new QuickHashFormats();
  }

  @Override
  public PasswordHasher hasher() {
    return hasher;
  }

  @Override
  public List<String> foreign() {
    return List.of("{quick}" + hasher.hash(PASSWORD).reveal(), hasher.outdated(PASSWORD).reveal());
  }

  @Test
  void aReaderThatTakesAnythingFailsTheContract() {
    var broken =
        new QuickHashFormatsTest() {
          @Override
          public HashFormats formats() {
            return text -> Optional.of(new PasswordHash(text));
          }
        };

    assertThatThrownBy(broken::readsWhatTheHasherThenVerifies).isInstanceOf(AssertionError.class);
    assertThatThrownBy(broken::readsNothingThatWasCutAsIfItWereWhole)
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> broken.readsNothingElse("{noop}password"))
        .isInstanceOf(AssertionError.class);
  }
}
