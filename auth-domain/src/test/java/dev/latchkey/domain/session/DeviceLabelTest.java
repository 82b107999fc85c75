package dev.latchkey.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceLabelTest {

  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0,Firefox on Linux",
    "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0,Edge on Windows",
    "Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36,Chrome on Android",
    "curl/8.14.1,curl",
    "Something on an iPhone,iPhone"
  })
  void namesProgramAndSystem(String userAgent, String label) {
    assertThat(DeviceLabel.of(userAgent)).isEqualTo(label);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "<script>"})
  void namesNothingThatItDoesNotKnow(String userAgent) {
    assertThat(DeviceLabel.of(userAgent)).isEqualTo("Unknown device");
  }
}
