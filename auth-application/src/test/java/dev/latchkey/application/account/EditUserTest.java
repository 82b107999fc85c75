package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.account.EditUser.Edited;
import dev.latchkey.application.account.EditUser.Invalid;
import dev.latchkey.application.account.EditUser.Outcome;
import dev.latchkey.application.account.EditUser.Refused;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.Violation.Code;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.ImageUrl;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.RolePolicy;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.Username;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EditUserTest {
  private static final UserEdit TO_ANNIE =
      UserEdit.ofProfile(
          Edit.to("Annie"), Edit.to(" Anna S. "), Edit.to("https://img.example.test/a.png"));

  private final House house = new House();
  private final Caller admin = house.caller(house.admin("root@x.test"));
  private final Caller anna = house.caller(house.registered("anna@x.test"));
  private final Caller bob = house.caller(house.registered("bob@x.test"));
  private final UserId annasId = anna.user().id();

  @Test
  void letsAUserEditTheirOwnProfile() {
    house.clock.advance(Duration.ofMinutes(1));

    var edited = edited(edit(anna, TO_ANNIE));

    assertThat(edited).isEqualTo(house.stored(anna.user()));
    assertThat(edited.profile())
        .isEqualTo(
            new Profile(
                new Username("annie"),
                new DisplayName("Anna S."),
                new ImageUrl("https://img.example.test/a.png")));
    assertThat(edited.updatedAt()).isEqualTo(house.now());
    assertThat(edited.version()).isEqualTo(anna.user().version() + 1);
  }

  @Test
  void clearsWhatAnEditClearsAndKeepsTheRest() {
    edit(anna, TO_ANNIE);

    var edited = edited(edit(anna, UserEdit.ofProfile(Edit.keep(), Edit.to(null), Edit.keep())));

    assertThat(edited.profile())
        .isEqualTo(
            new Profile(
                new Username("annie"), null, new ImageUrl("https://img.example.test/a.png")));
  }

  @Test
  void ignoresTheClearingOfWhatCannotBeEmpty() {
    var edit =
        new UserEdit(
            Edit.keep(),
            Edit.keep(),
            Edit.keep(),
            Edit.to(null),
            Edit.to(null),
            Edit.to(null),
            Edit.to(null));

    assertThat(edit(admin, edit)).isEqualTo(new Edited(house.stored(anna.user())));
  }

  @Tag("C120")
  @ParameterizedTest
  @MethodSource("forAdminsOnly")
  void keepsAUserFromWhatIsForAdmins(UserEdit edit) {
    var before = house.stored(anna.user());

    assertThat(edit(anna, edit)).isEqualTo(Refused.FORBIDDEN);
    assertThat(house.stored(anna.user())).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("forAdminsOnly")
  void letsAnAdminDoIt(UserEdit edit) {
    var before = house.stored(anna.user());

    assertThat(edited(edit(admin, edit))).isNotEqualTo(before);
  }

  @Tag("C120")
  @Test
  void refusesAnEditAsAWholeWhereOnePartIsForAdmins() {
    var mixed = edit(Edit.to("Anna S."), Edit.keep(), Edit.to("admin"), Edit.keep(), Edit.keep());

    assertThat(edit(anna, mixed)).isEqualTo(Refused.FORBIDDEN);
    assertThat(house.stored(anna.user()).profile().name()).isNull();
  }

  @Test
  void letsAUserSayWhatIsSoAlready() {
    var asItIs =
        edit(
            Edit.to("Anna S."),
            Edit.to("ANNA@x.test"),
            Edit.to("user"),
            Edit.to(true),
            Edit.to(false));

    var edited = edited(edit(anna, asItIs));

    assertThat(edited.profile().name()).isEqualTo(new DisplayName("Anna S."));
    assertThat(edited.email().display()).isEqualTo("anna@x.test");
  }

  @Test
  void savesNothingWhereNothingChanges() {
    var before = house.stored(anna.user());
    house.clock.advance(Duration.ofMinutes(1));

    var outcome = edit(anna, UserEdit.ofProfile(Edit.keep(), Edit.to(null), Edit.keep()));

    assertThat(outcome).isEqualTo(new Edited(before));
    assertThat(house.stored(anna.user())).isEqualTo(before);
  }

  @Tag("C114")
  @Test
  void answersAlikeForAForeignUserAndForNone() {
    var nobody = new UserId(house.ids.next());

    assertThat(house.editUser().edit(bob, annasId, TO_ANNIE, null)).isEqualTo(Refused.UNKNOWN);
    assertThat(house.editUser().edit(bob, nobody, TO_ANNIE, null)).isEqualTo(Refused.UNKNOWN);
    assertThat(house.editUser().edit(admin, nobody, TO_ANNIE, null)).isEqualTo(Refused.UNKNOWN);
    assertThat(house.stored(anna.user()).profile()).isEqualTo(Profile.EMPTY);
  }

  @Test
  void tellsAllFaultsAtOnce() {
    var faulty =
        new UserEdit(
            Edit.to("admin"),
            Edit.to("\u202e"),
            Edit.to("http://x"),
            Edit.to("nobody"),
            Edit.to("emperor"),
            Edit.keep(),
            Edit.keep());

    assertThat(edit(admin, faulty))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(Violation::code)
                    .containsExactly(
                        Code.INVALID_EMAIL,
                        Code.INVALID_USERNAME,
                        Code.INVALID_NAME,
                        Code.INVALID_IMAGE_URL,
                        Code.UNKNOWN_ROLE));
    assertThat(house.stored(anna.user()).profile()).isEqualTo(Profile.EMPTY);
  }

  @Test
  void takesAChangedAddressForUnverified() {
    edit(admin, edit(Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.to(true)));

    var edited = edited(edit(admin, toEmail("anna@y.test", Edit.keep())));

    assertThat(edited.email().canonical()).isEqualTo("anna@y.test");
    assertThat(edited.verified()).isFalse();
  }

  @Test
  void takesAnAdminsWordThatAChangedAddressIsVerified() {
    assertThat(edited(edit(admin, toEmail("anna@y.test", Edit.to(true)))).verified()).isTrue();
  }

  @Test
  void keepsTheAddressVerifiedWhereOnlyItsLetterCaseIsOther() {
    edit(admin, edit(Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.to(true)));

    assertThat(edited(edit(admin, toEmail("ANNA@X.TEST", Edit.keep()))).verified()).isTrue();
  }

  @Test
  void refusesAnAddressOrUsernameThatIsTaken() {
    house
        .editUser()
        .edit(
            bob,
            bob.user().id(),
            UserEdit.ofProfile(Edit.to("bobby"), Edit.keep(), Edit.keep()),
            null);

    assertThat(edit(admin, toEmail("BOB@x.test", Edit.keep()))).isEqualTo(Refused.EMAIL_TAKEN);
    assertThat(edit(anna, UserEdit.ofProfile(Edit.to("Bobby"), Edit.keep(), Edit.keep())))
        .isEqualTo(Refused.USERNAME_TAKEN);
  }

  @Test
  void leavesARoleThatTheDeploymentNoLongerHas() {
    edit(admin, UserEdit.ofRole("customer"));
    var smaller =
        new RolePolicy(Set.of(RoleName.USER, RoleName.ADMIN), RoleName.USER, Set.of(RoleName.USER));

    var outcome =
        new EditUser(house.users, smaller, house.clock).edit(anna, annasId, TO_ANNIE, null);

    assertThat(edited(outcome).role()).isEqualTo(new RoleName("customer"));
  }

  static Iterable<UserEdit> forAdminsOnly() {
    return List.of(
        UserEdit.ofRole("admin"),
        UserEdit.ofRole("customer"),
        toEmail("anna@y.test", Edit.keep()),
        edit(Edit.keep(), Edit.keep(), Edit.keep(), Edit.to(false), Edit.keep()),
        edit(Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.to(true)));
  }

  private static UserEdit toEmail(String email, Edit<Boolean> verified) {
    return edit(Edit.keep(), Edit.to(email), Edit.keep(), Edit.keep(), verified);
  }

  private static UserEdit edit(
      Edit<String> name,
      Edit<String> email,
      Edit<String> role,
      Edit<Boolean> active,
      Edit<Boolean> verified) {
    return new UserEdit(Edit.keep(), name, Edit.keep(), email, role, active, verified);
  }

  private Outcome edit(Caller caller, UserEdit edit) {
    return house.editUser().edit(caller, annasId, edit, null);
  }

  private static User edited(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Edited.class);
    return ((Edited) outcome).user();
  }
}
