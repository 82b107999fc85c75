package dev.latchkey.testkit.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.HashFormats;
import dev.latchkey.domain.port.PasswordHasher;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every reader of foreign hashes keeps to. A test class of an adapter implements this and
/// inherits the tests.
public interface HashFormatsContract {
  /// A password to hash.
  RawPassword PASSWORD = new RawPassword("correct horse battery staple");

  /// The formats, the same throughout a test.
  HashFormats formats();

  /// The hasher that verifies what the formats read.
  PasswordHasher hasher();

  /// Hashes of [#PASSWORD] as other software writes them, each of another kind.
  List<String> foreign();

  @Test
  default void readsWhatTheHasherMakes() {
    var hash = hasher().hash(PASSWORD);

    assertThat(formats().read(hash.reveal())).contains(hash);
  }

  @Test
  default void readsWhatTheHasherThenVerifies() {
    for (var text : foreign()) {
      var hash = formats().read(text);

      assertThat(hash).as(text).isPresent();
      assertThat(hasher().verify(PASSWORD, hash.get())).as(text).matches(Verification::matches);
      assertThat(hasher().verify(new RawPassword("another"), hash.get()))
          .as(text)
          .isEqualTo(Verification.DIFFERS);
    }
  }

  @Test
  default void readsWhatItReadBeforeUnchanged() {
    for (var text : foreign()) {
      var hash = formats().read(text).orElseThrow();

      assertThat(formats().read(hash.reveal())).contains(hash);
    }
  }

  @Test
  default void readsNothingThatWasCutAsIfItWereWhole() {
    var whole = hasher().hash(PASSWORD).reveal();

    for (var length = 0; length < whole.length(); length += 7) {
      var cut = formats().read(whole.substring(0, length));
      assertThat(cut.map(hash -> hasher().verify(PASSWORD, hash)))
          .isNotEqualTo(Optional.of(Verification.CORRUPT))
          .isNotEqualTo(Optional.of(Verification.MATCHES))
          .isNotEqualTo(Optional.of(Verification.MATCHES_OUTDATED));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "password",
        "{noop}password",
        "{}",
        "{bcrypt}",
        "$",
        "$$$$$$",
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "md5$salt$5f4dcc3b5aa765d61d8327deb882cf99",
        "\u0000",
        "\ud800"
      })
  default void readsNothingElse(String text) {
    assertThat(formats().read(text)).isEmpty();
    assertThat(formats().read(text.repeat(10_000))).isEmpty();
  }
}
