package dev.latchkey.rest.apikey;

import dev.latchkey.application.apikey.ApiKeyWish;
import dev.latchkey.domain.Violation;
import dev.latchkey.rest.json.InvalidRequest;
import dev.latchkey.rest.json.UtcTime;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody sends who wants an API key. It is theirs: there is no member to say whose.
@Introspected
record ApiKeyRequest(
    String name,
    @Nullable List<String> scopes,
    @Schema(format = "date-time") @Nullable String expiresAt) {

  /// @throws InvalidRequest where `expires_at` is no time
  ApiKeyWish toWish() {
    var end =
        expiresAt == null
            ? null
            : UtcTime.read(expiresAt)
                .orElseThrow(() ->
                    new InvalidRequest(
                        "expires_at", Violation.Code.INVALID_VALUE, "A time, RFC 3339 in UTC."));
    return new ApiKeyWish(name, scopes == null ? List.of() : scopes, end);
  }
}
