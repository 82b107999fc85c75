package healthy.house.rest.account;

import healthy.house.application.account.FindUser;
import healthy.house.domain.user.User;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;

@Controller
final class UserController {
  private final FindUser findUser;

  UserController(FindUser findUser) {
    this.findUser = findUser;
  }

  @Get
  @Secured
  User get() {
    return findUser.find("somebody");
  }

  @Error
  void failed() {}
}
