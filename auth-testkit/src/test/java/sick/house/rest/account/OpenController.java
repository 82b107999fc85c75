package sick.house.rest.account;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller
final class OpenController {
  @Get
  void get() {}
}
