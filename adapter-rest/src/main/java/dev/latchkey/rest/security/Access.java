package dev.latchkey.rest.security;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.client.Scope;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.RouteInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// For whom a route is, as its `@Secured` and [ForApiKeys] say. One that has no `@Secured` is for
/// nobody.
///
/// @param values of `@Secured`: [#ANYBODY], [#AUTHENTICATED] or roles
/// @param scope that an API key must have; null where the route takes none
/// @param adminKey whether an API key must be an admin's
public record Access(Set<String> values, @Nullable Scope scope, boolean adminKey) {
  /// Anybody may make the call, with or without a token.
  public static final String ANYBODY = "isAnonymous()";

  /// Whoever is known may make the call.
  public static final String AUTHENTICATED = "isAuthenticated()";

  public Access {
    values = Set.copyOf(values);
  }

  static Access to(RouteInfo<?> route) {
    var metadata = route.getAnnotationMetadata();
    // Of a method's and its class's annotation the method's alone; `stringValues` would join them.
    var values = metadata.getValue(Secured.class, String[].class).orElseGet(() -> new String[0]);
    return new Access(
        Set.of(values),
        metadata.stringValue(ForApiKeys.class).map(Scope::new).orElse(null),
        metadata.booleanValue(ForApiKeys.class, "admin").orElse(false));
  }

  /// Whether this caller may make the call; null is nobody known.
  boolean admits(@Nullable Caller caller) {
    return !isOutOfScope(caller) && !needsAdmin(caller) && isAmongValues(caller);
  }

  /// Whether the caller shows an API key that is not for this call.
  boolean isOutOfScope(@Nullable Caller caller) {
    var key = caller == null ? null : caller.key();
    return key != null && (scope == null || !key.scopes().all().contains(scope));
  }

  private boolean needsAdmin(@Nullable Caller caller) {
    return adminKey && caller != null && caller.key() != null && !caller.isAdmin();
  }

  private boolean isAmongValues(@Nullable Caller caller) {
    return values.contains(ANYBODY)
        || (caller != null
            && (values.contains(AUTHENTICATED) || values.contains(caller.user().role().value())));
  }
}
