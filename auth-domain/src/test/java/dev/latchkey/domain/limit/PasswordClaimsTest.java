package dev.latchkey.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PasswordClaimsTest {
  private static final LimitPolicy POLICY = LimitPolicy.standard();
  private static final AccountKey ACCOUNT = AccountKey.of(new UserId(new UUID(1, 2)));
  private static final Source HERE = source("192.0.2.7");

  @Test
  void countsAStrangerAgainstTheAccountAndTheAddress() {
    var claims = PasswordClaims.of(POLICY, ACCOUNT, HERE, false);

    assertThat(names(claims.all()))
        .containsExactly(
            LimitName.LOGIN_FAILURES,
            LimitName.LOGIN_ACCOUNT,
            LimitName.LOGIN_CLOSE,
            LimitName.LOGIN_ADDRESS,
            LimitName.LOGIN_ADDRESS_HOURLY,
            LimitName.LOGIN_SITE);
    assertThat(claims.released()).isEqualTo(PasswordClaims.keys(claims.ofAddress()));
  }

  @Test
  void countsAKnownNetworkApartFromStrangers() {
    var known = PasswordClaims.of(POLICY, ACCOUNT, HERE, true);
    var stranger = PasswordClaims.of(POLICY, ACCOUNT, source("203.0.113.9"), false);

    assertThat(PasswordClaims.keys(known.ofAccount()))
        .doesNotContainAnyElementsOf(PasswordClaims.keys(stranger.ofAccount()));
    assertThat(known.forgotten()).containsAll(known.accountWide());
    assertThat(stranger.forgotten()).doesNotHaveDuplicates();
  }

  @Test
  void countsAKnownNetworkAgainstNoSite() {
    var claims = PasswordClaims.of(POLICY, ACCOUNT, HERE, true);

    assertThat(names(claims.ofAddress()))
        .containsExactly(LimitName.LOGIN_ADDRESS, LimitName.LOGIN_ADDRESS_HOURLY);
  }

  @Test
  void countsByNoAddressWhereNoneIsKnown() {
    var claims = PasswordClaims.of(POLICY, ACCOUNT, new Source(Client.UNKNOWN), false);

    assertThat(claims.ofAddress()).isEmpty();
    assertThat(claims.ofAccount()).hasSize(3);
  }

  @Test
  void countsNothingWhereNothingIsLimited() {
    assertThat(PasswordClaims.of(LimitPolicy.none(), ACCOUNT, HERE, false).all()).isEmpty();
  }

  @Test
  void countsEverySpellingOfAMissingAccountAsOne() {
    assertThat(AccountKey.missing(" NOBODY@x.test "))
        .isEqualTo(AccountKey.missing("nobody@X.test"));
    assertThat(AccountKey.missing("Nobody")).isEqualTo(AccountKey.missing("nobody"));
    assertThat(AccountKey.missing("no body")).isEqualTo(AccountKey.missing(" No Body"));
    assertThat(AccountKey.missing("nobody")).isNotEqualTo(AccountKey.missing("somebody"));
    assertThat(AccountKey.missing("nobody@x.test").toString()).doesNotContain("nobody");
  }

  @Test
  void cutsAnIpv6AddressToItsNetwork() {
    assertThat(source("2001:db8:1:2::1").address())
        .isEqualTo(source("2001:db8:1:2:ffff::9").address());
    assertThat(source("2001:db8:1:2::1").site()).isEqualTo(source("2001:db8:1:3::1").site());
    assertThat(source("2001:db8:1:2::1").site()).isNotEqualTo(source("2001:db8:2:2::1").site());
    assertThat(source("192.0.2.7").site()).isEqualTo(source("192.0.2.200").site());
    assertThat(source("192.0.2.7").address()).isEqualTo("192.0.2.7");
    assertThat(source("192.0.2.7").network()).isEqualTo(source("192.0.2.200").network());
  }

  private static List<LimitName> names(List<Claim> claims) {
    return claims.stream().map(Claim::name).toList();
  }

  private static Source source(String ip) {
    return new Source(new Client(ip, null));
  }
}
