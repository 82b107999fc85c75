package dev.latchkey.rest.session;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The form of the token endpoint, for the API's description.
@Introspected
record TokenForm(
    @Schema(
            name = "grant_type",
            type = "string",
            allowableValues = {"password", "refresh_token", "client_credentials"})
        @Nullable String grantType,
    @Nullable String username,
    @Nullable String password,
    @Schema(name = "refresh_token") @Nullable String refreshToken,
    @Nullable String scope,
    @Schema(name = "client_id", description = "Where the client does not use HTTP Basic")
        @Nullable String clientId,
    @Schema(name = "client_secret") @Nullable String clientSecret) {}
