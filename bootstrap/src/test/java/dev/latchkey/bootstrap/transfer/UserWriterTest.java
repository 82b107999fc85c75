package dev.latchkey.bootstrap.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.admin.UserLine;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.testkit.sample.SampleUsers;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class UserWriterTest {
  private final StringWriter written = new StringWriter();
  private final UserWriter writer = new UserWriter(written);

  @Test
  void writesALinePerUserThatIsReadAgain() {
    var name = new DisplayName("\"Zoë\" \\ 🔑 {}");
    var email = "Zoë@Bücher.example".replace("ë", "e");
    var user = SampleUsers.user(email, new Profile(null, name, null), SampleUsers.NOW);

    writer.accept(new Credentials(user, new PasswordHash("$2b$12$x")));
    writer.accept(new Credentials(SampleUsers.user(), null));

    assertThat(writer.count()).isEqualTo(2);
    assertThat(written.toString().lines()).hasSize(2);
    var lines = new UserLines(new ByteArrayInputStream(written.toString().getBytes(UTF_8)));
    var first = (UserLine.Given) lines.next();
    assertThat(first.id()).isEqualTo(user.id().toString());
    assertThat(first.email()).isEqualTo(email);
    assertThat(first.name()).isEqualTo(name.value());
    assertThat(first.createdAt()).isEqualTo("2026-06-15T12:00:00.123456Z");
    assertThat(first.passwordHash()).isEqualTo(new PasswordHash("$2b$12$x"));
    var second = (UserLine.Given) lines.next();
    assertThat(second.passwordHash()).isNull();
    assertThat(second.lastLogin()).isNull();
  }
}
