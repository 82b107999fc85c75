package sick.house.rest.account;

import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;

@Controller
@Secured
public final class PublicEndpoint {}
