package dev.latchkey.testkit.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.ticket.Ticket;
import dev.latchkey.domain.ticket.TicketPurpose;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Stores with one fault each fail the contracts.
class StoreCanariesTest {

  @Test
  void failsWhereOneSessionIsTakenForAnother() {
    var broken =
        new InMemoryState() {
          @Override
          @Nullable KeptSession session(SessionId id) {
            var own = super.session(id);
            return own == null || own.ended() != null
                ? own
                : sessions.values().stream()
                    .filter(session -> session.ended() == null)
                    .findFirst()
                    .orElseThrow();
          }
        };

    assertFails(broken, KeptInMemory::givesEachOfManySessionsItsOwnAnswer);
  }

  @Test
  void failsWhereASessionIsRememberedForEver() {
    var broken =
        new InMemoryState() {
          private final Map<SessionId, KeptSession> first = new ConcurrentHashMap<>();

          @Override
          @Nullable KeptSession remembered(SessionId id) {
            return first.get(id);
          }

          @Override
          @Nullable KeptSession session(SessionId id) {
            var session = super.session(id);
            if (session != null) {
              first.putIfAbsent(id, session);
            }
            return session;
          }
        };

    assertFails(
        broken,
        KeptInMemory::forgetsASessionThatIsEnded,
        KeptInMemory::forgetsTheOthersWhereTheOthersAreEnded,
        KeptInMemory::forgetsEverySessionWhereAllAreEnded,
        KeptInMemory::forgetsASessionWhoseSpentTokenComesBack,
        KeptInMemory::forgetsASessionThatAnotherTakesThePlaceOf,
        KeptInMemory::forgetsTheOtherSessionsWhereThePasswordChanges,
        KeptInMemory::forgetsTheSessionsWhereATicketBringsAPassword,
        KeptInMemory::tellsNobodyOfASessionThatWasEndedBeforeTheyAsked);
  }

  @Test
  void failsWhereATicketIsGoodForAnyPurpose() {
    var broken =
        new InMemoryState() {
          @Override
          @Nullable Ticket ticket(TokenDigest digest, TicketPurpose purpose, Instant now) {
            return Stream.of(TicketPurpose.values())
                .map(any -> Optional.ofNullable(super.ticket(digest, any, now)))
                .flatMap(Optional::stream)
                .findAny()
                .orElse(null);
          }
        };

    assertFails(
        broken,
        KeptInMemory::findsNoTicketOfAnotherPurposeOrPastItsTime,
        KeptInMemory::redeemsNoTicketForAnotherPurposeAndLeavesItGood);
  }

  @Test
  void failsWhereATicketIsGoodForEver() {
    var broken =
        new InMemoryState() {
          @Override
          @Nullable Ticket ticket(TokenDigest digest, TicketPurpose purpose, Instant now) {
            return super.ticket(digest, purpose, Instant.EPOCH);
          }
        };

    assertFails(
        broken,
        KeptInMemory::redeemsNoTicketPastItsTime,
        KeptInMemory::changesNothingForADeactivatedUserOrPastItsTime);
  }

  @Test
  void failsWhereATicketIsGoodTwice() {
    var broken =
        new InMemoryState() {
          @Override
          @Nullable Ticket take(TokenDigest digest, TicketPurpose purpose, Instant now) {
            return ticket(digest, purpose, now);
          }
        };

    assertFails(
        broken,
        KeptInMemory::verifiesTheAddressOnceAndKeepsTheRest,
        KeptInMemory::letsOneOfManyVerificationsRedeemTheTicket);
  }

  @Test
  void failsWhereOtherTicketsOutliveAReset() {
    var broken =
        new InMemoryState() {
          @Override
          void dropTickets(UserId user) {
            // The sick part: they stay.
          }
        };

    assertFails(
        broken,
        KeptInMemory::resetsThePasswordOnceAndEndsEverythingElse,
        KeptInMemory::changesTheAddressToThatOfTheTicketAndVerifiesIt);
  }

  @Test
  void failsWhereReuseIsNotCommitted() {
    var broken =
        new InMemoryState() {
          @Override
          boolean end(KeptSession session, EndReason reason) {
            if (reason != EndReason.TOKEN_REUSED) {
              return super.end(session, reason);
            }
            return true;
          }
        };

    assertFails(
        broken,
        KeptInMemory::endsTheSessionWhenAnOldTokenComesBack,
        KeptInMemory::endsTheSessionWhenTheSuccessorWasUsedAlready,
        KeptInMemory::isStrictWhereThereIsNoGrace,
        KeptInMemory::endsTheSessionWhereManyRotateWithoutGrace);
  }

  @Test
  void failsWhereTheHashIsNotChecked() {
    var broken =
        new InMemoryState() {
          @Override
          boolean mayOpen(Credentials credentials, Opening opening) {
            return credentials.user().active();
          }
        };

    assertFails(
        broken,
        KeptInMemory::opensNothingWhereTheVerifiedHashIsNoLongerTheirs,
        KeptInMemory::bringsNoOldPasswordBackByRenewingItsHash,
        KeptInMemory::opensNothingForAUserWithoutAPassword,
        KeptInMemory::leavesNoSessionOpenAfterAPasswordChangeMeanwhile,
        KeptInMemory::leavesThePasswordThatIsSetWhileTheOldOnesHashIsRenewed);
  }

  @Test
  void failsWhereInactiveUsersLogIn() {
    var broken =
        new InMemoryState() {
          @Override
          boolean mayOpen(Credentials credentials, Opening opening) {
            return opening.verified().equals(credentials.hash());
          }
        };

    assertFails(
        broken,
        KeptInMemory::opensNothingForADeactivatedUser,
        KeptInMemory::leavesNoSessionOpenAfterADeactivationMeanwhile);
  }

  @Test
  void failsWhereTheGraceNeverEnds() {
    var broken =
        new InMemoryState() {
          @Override
          @Nullable KeptToken gracedSuccessor(KeptToken spent, Instant now, Duration grace) {
            return super.gracedSuccessor(spent, now, Duration.ofDays(99));
          }
        };

    assertFails(
        broken,
        KeptInMemory::endsTheSessionWhenAnOldTokenComesBack,
        KeptInMemory::doesNotProlongTheGraceByAnsweringWithinIt,
        KeptInMemory::isStrictWhereThereIsNoGrace);
  }

  @Test
  void failsWhereTheGraceEndsTooEarly() {
    var broken =
        new InMemoryState() {
          @Override
          @Nullable KeptToken gracedSuccessor(KeptToken spent, Instant now, Duration grace) {
            return super.gracedSuccessor(spent, now.plusNanos(1000), grace);
          }
        };

    assertFails(broken, KeptInMemory::answersTheParentWithTheSameSuccessorUntilTheGraceIsOver);
  }

  @Test
  void failsWhereASpentSuccessorIsAnsweredAgain() {
    var broken =
        new InMemoryState() {
          @Override
          @Nullable KeptToken gracedSuccessor(KeptToken spent, Instant now, Duration grace) {
            var place = spent.successor();
            return place == null || !place.isGracedAt(now, grace) ? null : token(place.jti());
          }
        };

    assertFails(broken, KeptInMemory::endsTheSessionWhenTheSuccessorWasUsedAlready);
  }

  @Test
  void failsWhereSessionsOutliveWhatEndsThem() {
    var broken =
        new InMemoryState() {
          @Override
          boolean endAll(UserId user, @Nullable SessionId kept, EndReason reason) {
            return true;
          }
        };

    assertFails(
        broken,
        KeptInMemory::makesThePasswordOfTheTicketCountAndEndsWhatWasSetUpBefore,
        KeptInMemory::resetsThePasswordOnceAndEndsEverythingElse,
        KeptInMemory::endsEverySession,
        KeptInMemory::endsEverySessionButOne,
        KeptInMemory::endsEverySessionOfADeactivatedUser,
        KeptInMemory::revivesNoSessionWhenTheUserIsActiveAgain,
        KeptInMemory::endsEveryOtherSessionWhenThePasswordChanges,
        KeptInMemory::endsEverySessionWhenAPasswordChangeKeepsNone,
        KeptInMemory::rotatesNothingAfterADeactivationMeanwhile,
        KeptInMemory::rotatesNothingAfterAPasswordChangeMeanwhile);
  }

  @Test
  void failsWhereTheKeptSessionEndsToo() {
    var broken =
        new InMemoryState() {
          @Override
          boolean endAll(UserId user, @Nullable SessionId kept, EndReason reason) {
            return super.endAll(user, null, reason);
          }
        };

    assertFails(
        broken,
        KeptInMemory::endsEverySessionButOne,
        KeptInMemory::endsEveryOtherSessionWhenThePasswordChanges);
  }

  @Test
  void failsWhereAChangeIsWrittenWithoutItsConsequences() {
    var broken =
        new InMemoryState() {
          @Override
          void follow(Consequences consequences) {}
        };

    assertFails(
        broken,
        KeptInMemory::writesEventsMailsAndTicketOfARegistration,
        KeptInMemory::writesConsequencesOfAnEditAndNoneOfAStaleOne,
        KeptInMemory::writesConsequencesOfAPasswordChangeAndNoneOfARefusedOne,
        KeptInMemory::writesWhatGoesWithAnEvictionWhereThereIsOne,
        KeptInMemory::writesWhatGoesWithReuseAndNothingOfARotation,
        KeptInMemory::writesTheConsequencesOfTheWinnerAlone);
  }

  @Test
  void failsWhereTicketsOutliveWhatEndsThem() {
    var broken =
        new InMemoryState() {
          @Override
          void dropTickets(UserId user) {}
        };

    assertFails(broken, KeptInMemory::dropsTicketsWithPasswordAddressAndActivity);
  }

  @Test
  void failsWhereMailsAreNotLeased() {
    var broken =
        new InMemoryState() {
          @Override
          List<KeptMail> due(Instant now) {
            return mails.values().stream().filter(mail -> !mail.settled()).toList();
          }
        };

    assertFails(
        broken,
        KeptInMemory::givesNothingWhoseTimeHasNotCome,
        KeptInMemory::givesAMailAgainWhereItsLeaseIsOver,
        KeptInMemory::givesWhatWasPutOffWhenItsTimeHasCome);
  }

  @Test
  void failsWhereKeysOutliveWhatRevokesThem() {
    var broken =
        new InMemoryState() {
          @Override
          void revokeApiKeys(UserId user) {}
        };

    assertFails(
        broken,
        KeptInMemory::revokesTheKeysOfADeactivatedUserForGood,
        KeptInMemory::revokesEveryKeyWithAResetOfThePassword,
        KeptInMemory::revokesWhatWasMadeBeforeTheOwnerVerifiedTheAddress,
        KeptInMemory::leavesNoKeyAliveAfterADeactivationMeanwhile,
        KeptInMemory::leavesNoKeyAliveAfterAResetMeanwhile);
  }

  @Test
  void failsWhereKeysAreMadeWithoutASession() {
    var broken =
        new InMemoryState() {
          @Override
          boolean mayCreate(UserId user, SessionId by, Instant now) {
            return true;
          }
        };

    assertFails(
        broken,
        KeptInMemory::makesNoKeyWithoutALivingSessionOfTheUser,
        KeptInMemory::makesNoKeyInASessionThatRanOut);
  }

  @Test
  void failsWhereEveryKeyCounts() {
    var broken =
        new InMemoryState() {
          @Override
          List<ApiKey> liveApiKeys(UserId user, Instant now) {
            return apiKeys.values().stream()
                .map(KeptApiKey::key)
                .filter(key -> key.user().equals(user))
                .toList();
          }
        };

    assertFails(
        broken,
        KeptInMemory::makesNoMoreThanAllowedAndCountsLivingOnesAlone,
        KeptInMemory::countsNoKeyThatRanOut,
        KeptInMemory::findsAKeyUntilItRunsOut,
        KeptInMemory::revokesOneKeyOnce);
  }

  @Test
  void failsWhereTheLastReasonIsKept() {
    var broken =
        new InMemoryState() {
          @Override
          boolean end(KeptSession session, EndReason reason) {
            return super.end(new KeptSession(session.session(), null), reason);
          }
        };

    assertFails(broken, KeptInMemory::keepsTheFirstReasonWhenEndedTwice);
  }

  @Test
  void failsWherePurgedUsersLeaveTheirTokens() {
    var broken =
        new InMemoryState() {
          @Override
          void erase(UserId user) {
            users.computeIfPresent(
                user, (id, stored) -> new Credentials(stored.user().deactivated(), null));
          }
        };

    assertFails(
        broken,
        KeptInMemory::knowsNoTokenOfAPurgedUser,
        KeptInMemory::freesAddressAndUsernameOfAPurgedUser,
        KeptInMemory::removesOtherUsersWhileThereIsOneAdmin);
  }

  @Test
  void failsWhereTheLastAdminMayGo() {
    var broken =
        new InMemoryState() {
          @Override
          boolean isLastAdmin(User user) {
            return false;
          }
        };

    assertFails(
        broken,
        KeptInMemory::keepsTheLastAdmin,
        KeptInMemory::takesAnInactiveAdminForNone,
        KeptInMemory::keepsOneOfTwoAdminsWhoDemoteEachOther,
        KeptInMemory::keepsOneOfTwoAdminsWhoPurgeEachOther);
  }

  @Test
  void failsWhereNothingIsUnique() {
    var broken =
        new InMemoryState() {
          @Override
          boolean isTaken(UserId self, Predicate<User> clash) {
            return false;
          }
        };

    assertFails(
        broken,
        KeptInMemory::refusesATakenAddressWhateverItsLetterCase,
        KeptInMemory::refusesATakenUsername,
        KeptInMemory::doesNotSaveATakenAddressWhateverItsLetterCase,
        KeptInMemory::doesNotSaveATakenUsername);
  }

  /// A test of the contracts.
  private interface ContractTest {
    void runOn(KeptInMemory stores);
  }

  private static void assertFails(InMemoryState broken, ContractTest... tests) {
    for (var test : List.of(tests)) {
      assertThatThrownBy(() -> test.runOn(new KeptInMemory(broken) {}))
          .isInstanceOf(AssertionError.class)
          .hasMessageNotContaining("a runner");
    }
  }
}
