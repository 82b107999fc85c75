package dev.latchkey.domain.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScopesTest {

  @Test
  void saysTheSameInOneWay() {
    var scopes = Scopes.parse("write read:all write").orElseThrow();

    assertThat(scopes).hasToString("read:all write");
    assertThat(scopes).isEqualTo(Scopes.parse("read:all write").orElseThrow());
    assertThat(scopes.texts()).containsExactly("read:all", "write");
  }

  @Test
  void takesNothingForNoScope() {
    assertThat(Scopes.parse("")).contains(Scopes.NONE);
    assertThat(Scopes.NONE.isEmpty()).isTrue();
    assertThat(Scopes.NONE).hasToString("");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a  b", " a", "a ", "a\tb", "a\nb", "a\"", "a\\b", "ä", "a\0"})
  void refusesWhatIsNoScope(String text) {
    assertThat(Scopes.parse(text)).isEmpty();
  }

  @Test
  void boundsThem() {
    var many = IntStream.range(0, 33).mapToObj(i -> "s" + i).toList();

    assertThat(Scopes.parse(List.of("s".repeat(64)))).isPresent();
    assertThat(Scopes.parse(List.of("s".repeat(65)))).isEmpty();
    assertThat(Scopes.parse(many.subList(0, 32))).isPresent();
    assertThat(Scopes.parse(many)).isEmpty();
    assertThat(Scopes.parse(Collections.nCopies(33, "same"))).isPresent();
    assertThatThrownBy(() -> new Scope("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsASubset() {
    var scopes = Scopes.parse("read write").orElseThrow();

    assertThat(scopes.contain(scopes)).isTrue();
    assertThat(scopes.contain(Scopes.NONE)).isTrue();
    assertThat(scopes.contain(Scopes.parse("read").orElseThrow())).isTrue();
    assertThat(scopes.contain(Scopes.parse("read admin").orElseThrow())).isFalse();
    assertThat(Scopes.NONE.contain(scopes)).isFalse();
  }
}
