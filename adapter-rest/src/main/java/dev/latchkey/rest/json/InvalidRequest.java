package dev.latchkey.rest.json;

import dev.latchkey.domain.Violation;
import java.util.List;

/// A request that can be read but does not say what it must.
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidRequest(List<Violation> violations) {
    super("the request has faults");
    this.violations = List.copyOf(violations);
  }

  public InvalidRequest(String field, Violation.Code code, String detail) {
    this(List.of(new Violation(field, code, detail)));
  }

  /// All of its faults.
  public List<Violation> violations() {
    return violations;
  }
}
