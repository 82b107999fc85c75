package dev.latchkey.rest.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether all is well, and for admins each check by name.
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record HealthResponse(String status, @Nullable Map<String, String> checks) {

  static HealthResponse ok() {
    return new HealthResponse("ok", null);
  }
}
