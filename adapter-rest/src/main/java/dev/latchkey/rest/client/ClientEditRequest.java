package dev.latchkey.rest.client;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be changed of a client; what is left out stays as it is.
@Introspected
record ClientEditRequest(
    @Nullable String name, @Nullable List<String> scopes, @Nullable Boolean isActive) {}
