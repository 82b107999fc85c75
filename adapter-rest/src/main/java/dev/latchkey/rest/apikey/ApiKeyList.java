package dev.latchkey.rest.apikey;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// The living API keys of a user, the newest first.
@Serdeable
record ApiKeyList(List<ApiKeyResponse> items) {}
