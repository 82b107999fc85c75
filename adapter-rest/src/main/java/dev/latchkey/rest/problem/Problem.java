package dev.latchkey.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem detail (RFC 9457), with a stable code and the id of the request.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String requestId,
    @Nullable List<FieldError> errors) {

  /// The same problem of this request.
  Problem of(String request) {
    return new Problem(type, title, status, detail, code, request, errors);
  }

  /// One fault of one field.
  @Serdeable
  public record FieldError(String field, String code, String detail) {}
}
