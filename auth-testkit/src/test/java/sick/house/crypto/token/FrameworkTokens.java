package sick.house.crypto.token;

import io.micronaut.http.annotation.Controller;

@Controller
final class FrameworkTokens {}
