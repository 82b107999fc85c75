package dev.latchkey.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitKeyTest {
  private static final LimitKey KEY = key("192.0.2.7");

  @Test
  void isOneForTheSameParts() {
    assertThat(key("192.0.2.7")).isEqualTo(KEY).hasSameHashCodeAs(KEY);
    assertThat(key("192.0.2.7").compareTo(KEY)).isZero();
  }

  @Test
  void isAnotherForOtherParts() {
    assertThat(
            List.of(
                key("192.0.2.8"),
                LimitKey.of(LimitName.REQUESTS, List.of("192.0.2.7")),
                key("192.0.2.7", ""),
                key("192.0.2", ".7")))
        .doesNotContain(KEY)
        .doesNotHaveDuplicates();
    assertThat(key("a", "b:1:c")).isNotEqualTo(key("a", "b", "c"));
  }

  @Test
  void showsNoPart() {
    assertThat(new String(KEY.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("192");
    assertThat(KEY.bytes()).hasSize(LimitKey.LENGTH);
    assertThat(KEY).asString().doesNotContain("192").hasSize(9);
  }

  @Test
  void isNotChangedThroughItsBytes() {
    KEY.bytes()[0]++;

    assertThat(key("192.0.2.7")).isEqualTo(KEY);
  }

  @Test
  void isOrderedAsItsBytesUnsigned() {
    var keys = List.of("a", "b", "c", "d", "e").stream().map(LimitKeyTest::key).sorted().toList();

    assertThat(keys.stream().map(key -> key.bytes()[0] & 0xff)).isSorted();
  }

  private static LimitKey key(String... parts) {
    return LimitKey.of(LimitName.REGISTER, List.of(parts));
  }
}
