package dev.latchkey.rest.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.OAuthFlow;
import io.swagger.v3.oas.annotations.security.OAuthFlows;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What the OpenAPI document says of the API as a whole; the rest of it comes from the controllers.
@OpenAPIDefinition(
    info =
        @Info(
            title = "Latchkey",
            version = "1",
            description = "Authentication and user management.",
            license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
    tags = {
      @Tag(name = "account"),
      @Tag(name = "session"),
      @Tag(name = "api keys"),
      @Tag(name = "users"),
      @Tag(name = "clients"),
      @Tag(name = "audit"),
      @Tag(name = "health")
    },
    security = @SecurityRequirement(name = "password"))
@SecurityScheme(
    name = "password",
    type = SecuritySchemeType.OAUTH2,
    description =
        "Log in with the e-mail address or username of an account; leave client_id and"
            + " client_secret empty.",
    flows = @OAuthFlows(password = @OAuthFlow(tokenUrl = "/auth/token")))
@SecurityScheme(
    name = "client",
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description = "The id of a client and one of its secrets.")
@SecurityScheme(
    name = "api_key",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "lkp_",
    description = "An API key, for the calls that name it.")
final class ApiDescription {

  private ApiDescription() {}
}
