package dev.latchkey.testkit.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every race of the contracts fails on stores that take no lock.
class RaceCanariesTest {

  @ParameterizedTest
  @MethodSource
  void failsWithoutALock(Consumer<KeptInMemory> race) {
    assertFails(new Unlocked(), race);
  }

  static Stream<Named<Consumer<KeptInMemory>>> failsWithoutALock() {
    return Stream.of(
        race("one token", KeptInMemory::letsOneOfManyRotationsSpendTheToken),
        race("one token, no grace", KeptInMemory::endsTheSessionWhereManyRotateWithoutGrace),
        race("log-out", KeptInMemory::rotatesNothingAfterALogOutMeanwhile),
        race("log-out everywhere", KeptInMemory::rotatesNothingAfterALogOutEverywhereMeanwhile),
        race("log-out elsewhere", KeptInMemory::rotatesNothingAfterALogOutElsewhereMeanwhile),
        race("deactivation", KeptInMemory::rotatesNothingAfterADeactivationMeanwhile),
        race("password change", KeptInMemory::rotatesNothingAfterAPasswordChangeMeanwhile),
        race("opening, deactivation", KeptInMemory::leavesNoSessionOpenAfterADeactivationMeanwhile),
        race("opening, change", KeptInMemory::leavesNoSessionOpenAfterAPasswordChangeMeanwhile),
        race("renewal", KeptInMemory::leavesThePasswordThatIsSetWhileTheOldOnesHashIsRenewed),
        race("renewals", KeptInMemory::renewsAHashOnceWhereManyLogInsAskForIt),
        race("openings", KeptInMemory::keepsNoMoreSessionsThanAllowedWhereManyOpenAtOnce),
        race("last opening", KeptInMemory::keepsNoMoreSessionsThanAllowedWhereTwoOpenTheLast),
        race("new device", KeptInMemory::tellsOnceOfANewDeviceWhereTwoLogInFromItAtOnce),
        race("one mail", KeptInMemory::givesEachMailToOneOfManyWhoAskAtOnce),
        race("one address", KeptInMemory::registersOneOfManyWithOneAddress),
        race("one username", KeptInMemory::registersOneOfManyWithOneUsername),
        race("one version", KeptInMemory::savesOneOfManyEditsOfOneVersion),
        race("edits to one address", KeptInMemory::savesOneOfManyEditsToOneAddress),
        race("password changes", KeptInMemory::letsOneOfManyPasswordChangesWin),
        race("one verification", KeptInMemory::letsOneOfManyVerificationsRedeemTheTicket),
        race("one reset", KeptInMemory::letsOneOfManyResetsRedeemTheTicket),
        race("one change of address", KeptInMemory::letsOneOfManyChangesOfAddressRedeemTheTicket),
        race("changes to one address", KeptInMemory::letsOneOfTwoUsersWhoChangeToOneAddressWin),
        race("opening, reset", KeptInMemory::leavesNoSessionOpenAfterAResetMeanwhile),
        race("keys", KeptInMemory::makesNoMoreThanAllowedWhereManyAskAtOnce),
        race("key, deactivation", KeptInMemory::leavesNoKeyAliveAfterADeactivationMeanwhile),
        race("key, reset", KeptInMemory::leavesNoKeyAliveAfterAResetMeanwhile),
        race("revocations", KeptInMemory::revokesOnceWhereManyRevoke),
        race("use, revocation", KeptInMemory::bringsNoKeyBackByNotingItsUse),
        race("demotions", KeptInMemory::keepsOneOfTwoAdminsWhoDemoteEachOther),
        race("deactivations", KeptInMemory::keepsOneOfTwoAdminsWhoDeactivateEachOther),
        race("purges", KeptInMemory::keepsOneOfTwoAdminsWhoPurgeEachOther),
        race("purge, demotion", KeptInMemory::keepsOneOfTwoAdminsWhereOnePurgesAndOneDemotes));
  }

  @Test
  void failsWhereARotationRestoresWhatWasPurged() {
    assertFails(new Unlocked.Forgetful(), KeptInMemory::rotatesNothingAfterAPurgeMeanwhile);
  }

  private static void assertFails(InMemoryState broken, Consumer<KeptInMemory> race) {
    assertThatThrownBy(() -> race.accept(new KeptLong(broken)))
        .isInstanceOf(AssertionError.class)
        .hasMessageNotContaining("a runner");
  }

  /// Runs each race until it fails, within reason.
  private static final class KeptLong extends KeptInMemory {
    KeptLong(InMemoryState state) {
      super(state);
    }

    @Override
    public int rounds() {
      return 500;
    }
  }

  private static Named<Consumer<KeptInMemory>> race(String name, Consumer<KeptInMemory> race) {
    return Named.of(name, race);
  }
}
