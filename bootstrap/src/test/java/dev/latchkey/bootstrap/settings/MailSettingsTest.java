package dev.latchkey.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.mail.MailKind;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {
  private static final String URL = "smtp://app:canary@mail.test";

  @Test
  void sendsNothingUnlessToldHow() {
    var mail = accepted(Map.of()).mail();

    assertThat(mail.smtp()).isNull();
    assertThat(mail.product()).isEqualTo("Latchkey");
    assertThat(mail.subjects()).isEmpty();
    assertThat(mail.unwanted()).isEmpty();
  }

  @Test
  void needsASenderWithAServer() {
    assertThat(refusal(Map.of("SMTP_URL", URL)))
        .contains("MAIL_FROM: is needed where SMTP_URL is set");
    assertThat(accepted(Map.of("SMTP_URL", URL, "MAIL_FROM", "Example <a@x.test>")).mail().from())
        .isEqualTo("Example <a@x.test>");
  }

  @Test
  void refusesMailInTheClearToAnotherMachineInProduction() {
    var settings =
        new HashMap<>(Map.of("SMTP_URL", URL + "?starttls=off", "MAIL_FROM", "a@x.test"));

    assertThat(refusal(settings)).contains("SMTP_URL: starttls=off is refused");
    settings.put("LATCHKEY_ENV", "dev");
    assertThat(accepted(settings).mail().smtp()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", "http://canary@mail.test", "smtp://canary:x@"})
  @Tag("C143")
  void refusesWhatIsNoServerWithoutShowingIt(String url) {
    assertThat(refusal(Map.of("SMTP_URL", url, "MAIL_FROM", "a@x.test")))
        .contains("SMTP_URL: the value is not allowed")
        .doesNotContain("canary");
  }

  @Test
  @Tag("C143")
  void showsNoPasswordWhenPrinted() {
    var settings = accepted(Map.of("SMTP_URL", URL, "MAIL_FROM", "a@x.test"));

    assertThat(settings.toString()).doesNotContain("canary");
  }

  @Test
  void leavesOutTheNoticesThatAreNotNamed() {
    assertThat(accepted(Map.of("MAIL_NOTICES", "new_device")).mail().unwanted())
        .containsExactlyInAnyOrder(
            MailKind.PASSWORD_CHANGED, MailKind.EMAIL_CHANGED, MailKind.WRONG_PASSWORDS);
    assertThat(accepted(Map.of("MAIL_NOTICES", "")).mail().unwanted()).hasSize(4);
    assertThat(refusal(Map.of("MAIL_NOTICES", "reset_password"))).contains("MAIL_NOTICES");
  }

  @Test
  void takesSubjectsByKind() {
    var subjects = "reset_password=A new password for {product}; new_device=Who = this?";

    assertThat(accepted(Map.of("MAIL_SUBJECTS", subjects)).mail().subjects())
        .isEqualTo(
            Map.of(
                MailKind.RESET_PASSWORD, "A new password for {product}",
                MailKind.NEW_DEVICE, "Who = this?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset_password", "reset=x", "reset_password=", ";", "RESET_PASSWORD=x"})
  void refusesSubjectsOfNoKind(String subjects) {
    assertThat(refusal(Map.of("MAIL_SUBJECTS", subjects))).contains("MAIL_SUBJECTS");
  }

  @Test
  void showsMailsInDevelopmentWithoutAServerOnly() {
    var smtp = Map.of("LATCHKEY_ENV", "dev", "SMTP_URL", URL, "MAIL_FROM", "a@x.test");

    assertThat(accepted(Map.of("LATCHKEY_ENV", "dev")).hasDevMailbox()).isTrue();
    assertThat(accepted(Map.of()).hasDevMailbox()).isFalse();
    assertThat(accepted(smtp).hasDevMailbox()).isFalse();
  }

  @Test
  void takesATrialForDevelopment() {
    assertThat(trial(Map.of()).deployment()).isEqualTo(Deployment.DEV);
    assertThat(accepted(Map.of()).deployment()).isEqualTo(Deployment.PRODUCTION);
  }

  @ParameterizedTest
  @CsvSource({
    "LATCHKEY_ENV,production",
    "DATABASE_URL,postgresql://app:secret@db.test/auth",
    "HOST,0.0.0.0",
    "PUBLIC_URL,https://id.example.test"
  })
  void takesNothingForATrialThatGoesBeyondThisMachine(String name, String value) {
    assertThat(trial(Map.of(name, value)).deployment()).isEqualTo(Deployment.PRODUCTION);
  }

  private static Settings trial(Map<String, String> environment) {
    return accepted(
        new Sources(environment, name -> name.equals("latchkey.trial") ? "true" : null));
  }

  private static Settings accepted(Map<String, String> environment) {
    return accepted(Sources.of(environment));
  }

  private static Settings accepted(Sources sources) {
    var reading = Settings.read(sources);
    if (reading instanceof SettingsReading.Refused refused) {
      throw new AssertionError(refused.message());
    }
    return ((SettingsReading.Accepted) reading).settings();
  }

  private static String refusal(Map<String, String> environment) {
    var reading = Settings.read(Sources.of(environment));

    assertThat(reading).isInstanceOf(SettingsReading.Refused.class);
    return ((SettingsReading.Refused) reading).message();
  }
}
