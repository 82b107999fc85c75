package healthy.house.rest.account;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;

@Controller
@Secured
final class SessionController {
  @Get
  void get() {}
}
