package dev.latchkey.rest.client;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// A client to be.
@Introspected
record ClientRequest(String clientId, String name, List<String> scopes) {}
