package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://img.example.test/a.png",
        "HTTPS://img.example.test",
        "https://img.example.test:8443/a?size=2#x",
        "https://xn--mnchen-3ya.test/%C3%BC.png",
        "https://[2001:db8::1]/a.png"
      })
  void readsAnAbsoluteHttpsUrl(String text) {
    assertThat(ImageUrl.parse(" " + text + " ")).contains(new ImageUrl(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a.png",
        "/a.png",
        "//img.example.test/a.png",
        "http://img.example.test/a.png",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "https:",
        "https:a.png",
        "https:///a.png",
        "https://",
        "https://user@img.example.test/a.png",
        "https://user:secret@img.example.test/a.png",
        "https://@img.example.test/a.png",
        "https://img.example.test/a b.png",
        "https://img.example.test/a\r\nb",
        "https://img.example.test/a\u0000b",
        "https://img.example.test/\u00fc.png",
        "https://img.example.test/\"><script>",
        "https://img_x_/a.png",
        "https://img.example.test:port/"
      })
  void refusesEverythingElse(String text) {
    assertThat(ImageUrl.parse(text)).isEmpty();
  }

  @Test
  void acceptsTwoThousandAndFortyEightCharactersAndNoMore() {
    var base = "https://img.example.test/";
    var longest = base + "a".repeat(2048 - base.length());

    assertThat(ImageUrl.parse(longest)).isPresent();
    assertThat(ImageUrl.parse(longest + "a")).isEmpty();
  }

  @Test
  void isMadeOfAnHttpsUrlOnly() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ImageUrl("http://img.example.test/"));
  }
}
