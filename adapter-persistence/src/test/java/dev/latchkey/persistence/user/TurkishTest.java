package dev.latchkey.persistence.user;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore.Registration;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.testkit.sample.SampleUsers;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A Java whose `toLowerCase` makes a dotless i.
@Tag("C042")
class TurkishTest {
  private final Locale usual = Locale.getDefault();

  @BeforeEach
  void speakTurkish() {
    Locale.setDefault(Locale.of("tr", "TR"));
  }

  @AfterEach
  void speakAsUsual() {
    Locale.setDefault(usual);
  }

  @Test
  void knowsAUserInWhateverLetterCase() {
    try (var stores = JdbcStores.open()) {
      var profile = new Profile(null, new DisplayName("INCI"), null);
      var user = SampleUsers.user("INFO@EXAMPLE.TEST", profile, SampleUsers.NOW);
      stores.users().register(user, HASH, Consequences.NONE);

      var again =
          stores.users().register(SampleUsers.user("info@Example.test"), HASH, Consequences.NONE);
      var found =
          stores
              .users()
              .findCredentials(
                  new LoginName.ByEmail(EmailAddress.parse("Info@example.test").orElseThrow()));

      assertThat(again).isEqualTo(Registration.EMAIL_TAKEN);
      assertThat(found.orElseThrow().user()).isEqualTo(user);
      assertThat(stores.users().search(startingWith("INFO")).users()).containsExactly(user);
      assertThat(stores.users().search(startingWith("inci")).users()).containsExactly(user);
    }
  }

  private static UserQuery startingWith(String prefix) {
    return new UserQuery(prefix, null, null, null, UserQuery.Order.EMAIL, null, 10, false);
  }
}
