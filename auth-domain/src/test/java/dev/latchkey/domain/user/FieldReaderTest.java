package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Violation;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C013")
final class FieldReaderTest {
  private final FieldReader fields = new FieldReader();

  @Test
  void readsGoodFieldsAndFindsNothingWrong() {
    var email = fields.email("anna@x.test");
    var profile = fields.profile("anna", "Anna", "https://img.example.test/");

    assertThat(email).isEqualTo(EmailAddress.parse("anna@x.test").orElseThrow());
    assertThat(profile)
        .isEqualTo(
            new Profile(
                new Username("anna"),
                new DisplayName("Anna"),
                new ImageUrl("https://img.example.test/")));
    assertThat(fields.violations()).isEmpty();
  }

  @Test
  void takesTheProfileForEmptyWhereNothingIsSaid() {
    assertThat(fields.profile(null, null, null)).isEqualTo(Profile.EMPTY);
    assertThat(fields.violations()).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   "})
  void asksForAMissingAddress(@Nullable String text) {
    assertThat(fields.email(text)).isNull();
    assertThat(fields.violations())
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("email", Violation.Code.REQUIRED));
  }

  @Test
  void tellsAllThatIsWrongAtOnceAndQuotesNothing() {
    fields.note(
        List.of(new Violation("password", Violation.Code.PASSWORD_TOO_SHORT, "Too short.")));

    assertThat(fields.email("canary-1")).isNull();
    assertThat(fields.profile("canary 2", "canary\u00003", "canary-4")).isEqualTo(Profile.EMPTY);
    assertThat(fields.violations())
        .extracting(Violation::field, Violation::code)
        .containsExactly(
            tuple("password", Violation.Code.PASSWORD_TOO_SHORT),
            tuple("email", Violation.Code.INVALID_EMAIL),
            tuple("username", Violation.Code.INVALID_USERNAME),
            tuple("name", Violation.Code.INVALID_NAME),
            tuple("image_url", Violation.Code.INVALID_IMAGE_URL));
    assertThat(fields.violations().toString()).doesNotContain("canary");
  }

  private static Tuple tuple(String field, Violation.Code code) {
    return Tuple.tuple(field, code);
  }
}
