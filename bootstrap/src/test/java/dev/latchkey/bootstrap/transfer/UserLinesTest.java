package dev.latchkey.bootstrap.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.admin.UserLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserLinesTest {

  @Test
  void readsEveryMember() {
    var line =
        given(
            """
            {"id": "1", "email": "zoe@example.test", "username": "zoe", "name": "Zo\\u00eb 🔑",\
             "image_url": "https://x.test/z", "role": "user", "is_active": false,\
             "is_verified": true, "created_at": "a", "updated_at": "b", "last_login": "c",\
             "password_hash": "canary"}\
            """);

    assertThat(line.email()).isEqualTo("zoe@example.test");
    assertThat(line.name()).isEqualTo("Zoë 🔑");
    assertThat(line.active()).isFalse();
    assertThat(line.verified()).isTrue();
    assertThat(line.lastLogin()).isEqualTo("c");
    assertThat(line.passwordHash()).isNotNull();
    assertThat(line.toString()).doesNotContain("canary");
  }

  @Test
  void takesNullAndAbsenceForTheSame() {
    assertThat(given("{\"email\": null, \"is_active\": null}")).isEqualTo(given("{}"));
  }

  @Test
  void countsLinesAsAnEditorDoes() {
    var lines = all("\ufeff{}\r\n\n  \t\n{}\n[]\n{}");

    assertThat(lines).extracting(UserLine::number).containsExactly(1L, 4L, 5L, 6L);
    assertThat(lines.get(0)).isInstanceOf(UserLine.Given.class);
    assertThat(lines.get(2)).isEqualTo(new UserLine.Unreadable(5, "Not a JSON object."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n \n\r\n"})
  void findsNothingInAFileWithoutLines(String text) {
    assertThat(all(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"email\": \"a@b.c\" | Not well-formed JSON, or a member given twice.",
        "{email: 1} | Not well-formed JSON, or a member given twice.",
        "{'email': 'a@b.c'} | Not well-formed JSON, or a member given twice.",
        "{\"email\": \"a\", \"email\": \"b\"} | Not well-formed JSON, or a member given twice.",
        "{\"email\": \"\\x\"} | Not well-formed JSON, or a member given twice.",
        "nonsense | Not well-formed JSON, or a member given twice.",
        "\"text\" | Not a JSON object.",
        "[{}] | Not a JSON object.",
        "{} {} | More than one JSON object.",
        "{\"password\": \"canary\"} | There is no member password.",
        "{\"canary is a secret\": 1} | There is no member of that name.",
        "{\"email\": 1} | email must be a string.",
        "{\"email\": true} | email must be a string.",
        "{\"name\": {\"first\": \"canary\"}} | name must be a string.",
        "{\"is_active\": \"true\"} | is_active must be true or false.",
        "{\"is_active\": 1} | is_active must be true or false.",
        "{\"is_verified\": [true]} | is_verified must be true or false."
      })
  void saysWhatIsWrongWithALineAndQuotesNoValue(String text, String why) {
    assertThat(all(text)).containsExactly(new UserLine.Unreadable(1, why));
    assertThat(why).doesNotContain("canary");
  }

  @Test
  void refusesALineThatIsNotUtf8AndGoesOn() {
    var bytes = "{\"name\": \"Zoë\"}\n{}\n".getBytes(ISO_8859_1);

    var lines = all(new ByteArrayInputStream(bytes));

    assertThat(lines.get(0)).isEqualTo(new UserLine.Unreadable(1, "Not well-formed UTF-8."));
    assertThat(lines.get(1)).isInstanceOf(UserLine.Given.class);
  }

  @Test
  void refusesALineOfAMegabyteAndGoesOn() {
    var endless = "{\"name\": \"" + "x".repeat(1 << 20) + "\"}";
    var longest = "{}" + " ".repeat(BoundedLines.MAX_LENGTH - 2);

    var lines = all("{}\n" + endless + "\n" + longest + "\n" + longest + " \n{}");

    assertThat(lines).extracting(UserLine::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(lines.get(1)).isEqualTo(new UserLine.Unreadable(2, "Longer than 64 KiB."));
    assertThat(lines.get(2)).isInstanceOf(UserLine.Given.class);
    assertThat(lines.get(3)).isEqualTo(new UserLine.Unreadable(4, "Longer than 64 KiB."));
    assertThat(lines.get(4)).isInstanceOf(UserLine.Given.class);
  }

  @Test
  void refusesNestingWithoutEnd() {
    var deep = "{\"name\": " + "[".repeat(10_000);

    assertThat(all(deep + "\n{}")).hasSize(2).first().isInstanceOf(UserLine.Unreadable.class);
  }

  @Test
  void endsAsAnIteratorDoes() {
    var lines = new UserLines(new ByteArrayInputStream(new byte[0]));

    assertThatThrownBy(lines::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void passesOnThatAFileCannotBeRead() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }
        };

    assertThatThrownBy(() -> new UserLines(broken).hasNext())
        .isInstanceOf(UncheckedIOException.class);
  }

  private static UserLine.Given given(String text) {
    return (UserLine.Given) all(text).getFirst();
  }

  private static List<UserLine> all(String text) {
    return all(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static List<UserLine> all(InputStream input) {
    var all = new ArrayList<UserLine>();
    new UserLines(input).forEachRemaining(all::add);
    return all;
  }
}
