package dev.latchkey.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.rest.security.ProxyNetwork;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitSettingsTest {

  @Test
  void limitsByDefault() {
    assertThat(accepted(Map.of()).limits()).isEqualTo(LimitPolicy.standard());
    assertThat(accepted(Map.of("LATCHKEY_ENV", "dev")).limits()).isEqualTo(LimitPolicy.standard());
  }

  @ParameterizedTest
  @CsvSource({
    "7/90s, 7, 90",
    "1/1m, 1, 60",
    "600/12h, 600, 43200",
    "9999999/9999d, 9999999, 863913600"
  })
  void readsANumberAndATime(String text, int max, long seconds) {
    assertThat(accepted(Map.of("LIMIT_REGISTER", text)).limits().limits())
        .containsEntry(LimitName.REGISTER, new Limit(max, Duration.ofSeconds(seconds)));
  }

  @Test
  void leavesTheWaitsGrowing() {
    assertThat(accepted(Map.of("LIMIT_LOGIN_FAILURES", "3/10m")).limits().limits())
        .containsEntry(
            LimitName.LOGIN_FAILURES,
            new Limit(3, Duration.ofMinutes(10)).growingFrom(Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @EnumSource
  void hasASettingForEachLimit(LimitName name) {
    var limits = accepted(Map.of(LimitForm.setting(name), "77/7m")).limits().limits();

    assertThat(limits).hasEntrySatisfying(name, limit -> assertThat(limit.max()).isEqualTo(77));
    assertThat(limits.values()).filteredOn(limit -> limit.max() == 77).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0/1m", "5", "5/0m", "5/15", "5/m", "-5/15m", "5/15w", "5 / 15m", "5/15M", "off", "5/15m/1"
      })
  void refusesWhatIsNoLimit(String text) {
    assertThat(Settings.read(Sources.of(Map.of("LIMIT_REQUESTS", text))))
        .isInstanceOf(SettingsReading.Refused.class);
  }

  @Test
  void canBeLiftedForABenchmarkOnly() {
    var off = Map.of("RATE_LIMITS", "off");

    assertThat(Settings.read(Sources.of(off)))
        .isInstanceOfSatisfying(
            SettingsReading.Refused.class,
            refused -> assertThat(refused.message()).contains("RATE_LIMITS: off is refused"));
    assertThat(accepted(Map.of("RATE_LIMITS", "off", "LATCHKEY_ENV", "dev")).limits())
        .isEqualTo(LimitPolicy.none());
  }

  @Test
  void trustsTheProxiesThatAreNamed() {
    assertThat(accepted(Map.of()).http().trustedProxies()).isEmpty();
    assertThat(accepted(Map.of("TRUSTED_PROXIES", "10.1.0.0/16, ::1")).http().trustedProxies())
        .extracting(ProxyNetwork::toString)
        .containsExactly("10.1.0.0/16", "::1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "::/0", "10.0.0.0/8,0.0.0.0/0", "*", "proxy.internal"})
  @Tag("C175")
  void refusesToTrustEverybody(String networks) {
    assertThat(Settings.read(Sources.of(Map.of("TRUSTED_PROXIES", networks))))
        .isInstanceOfSatisfying(
            SettingsReading.Refused.class,
            refused -> assertThat(refused.message()).contains("TRUSTED_PROXIES: "));
  }

  private static Settings accepted(Map<String, String> set) {
    var reading = Settings.read(Sources.of(set));
    assertThat(reading).isInstanceOf(SettingsReading.Accepted.class);
    return ((SettingsReading.Accepted) reading).settings();
  }
}
