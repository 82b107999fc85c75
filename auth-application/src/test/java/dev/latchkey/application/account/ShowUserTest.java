package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.domain.user.UserId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C114")
final class ShowUserTest {
  private final House house = new House();
  private final ShowUser showUser = new ShowUser(house.users);

  @Test
  void showsAUserToThemselvesAndToAnAdmin() {
    var anna = house.registered("anna@x.test");
    var admin = house.admin("root@x.test");

    assertThat(showUser.show(house.caller(anna), anna.id())).contains(house.stored(anna));
    assertThat(showUser.show(house.caller(admin), anna.id())).contains(house.stored(anna));
  }

  @Test
  void answersAlikeForAForeignUserAndForNone() {
    var anna = house.registered("anna@x.test");
    var bob = house.caller(house.registered("bob@x.test"));

    assertThat(showUser.show(bob, anna.id())).isEmpty();
    assertThat(showUser.show(bob, new UserId(house.ids.next()))).isEmpty();
  }
}
