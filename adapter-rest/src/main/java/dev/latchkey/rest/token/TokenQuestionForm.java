package dev.latchkey.rest.token;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The form of the endpoints about a token, for the API's description.
@Introspected
record TokenQuestionForm(
    @Schema(type = "string") String token,
    @Schema(
            name = "token_type_hint",
            description = "refresh_token where one is asked about; else it may be left out")
        @Nullable String tokenTypeHint,
    @Schema(name = "client_id", description = "Where the client does not use HTTP Basic")
        @Nullable String clientId,
    @Schema(name = "client_secret") @Nullable String clientSecret) {}
