package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ViolationTest {

  @ParameterizedTest
  @EnumSource
  void namesEachCodeInSnakeCase(Violation.Code code) {
    assertThat(code.wireName()).matches("[a-z]+(_[a-z]+)*");
  }

  @Test
  void namesCodesAlikeWhereTheMachineSpeaksTurkish() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(Violation.Code.INVALID_EMAIL.wireName()).isEqualTo("invalid_email");
    } finally {
      Locale.setDefault(before);
    }
  }
}
