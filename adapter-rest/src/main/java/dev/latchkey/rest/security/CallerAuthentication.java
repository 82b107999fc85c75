package dev.latchkey.rest.security;

import dev.latchkey.application.session.Caller;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The framework's view of a caller: their id as name and their role of this moment.
record CallerAuthentication(Caller caller) implements Authentication {
  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return caller.user().id().toString();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  @Override
  public Collection<String> getRoles() {
    return List.of(caller.user().role().value());
  }
}
