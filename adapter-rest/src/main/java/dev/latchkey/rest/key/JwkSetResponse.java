package dev.latchkey.rest.key;

import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A JWK Set (RFC 7517 section 5).
@Serdeable
record JwkSetResponse(List<Map<String, String>> keys) {

  /// The same for the same keys (RFC 9110 section 8.8.3).
  String entityTag() {
    var ids = keys.stream().map(key -> key.get("kid")).toList().toString();
    return '"' + UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8)).toString() + '"';
  }
}
