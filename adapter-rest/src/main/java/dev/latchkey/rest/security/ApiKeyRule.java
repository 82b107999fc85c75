package dev.latchkey.rest.security;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.client.Scope;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecuredAnnotationRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Turns API keys away from every call that is not for them, before anything else is asked.
@Singleton
final class ApiKeyRule implements SecurityRule<HttpRequest<?>> {

  @Override
  public int getOrder() {
    return SecuredAnnotationRule.ORDER - 50;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    var refused =
        request != null
            && authentication instanceof CallerAuthentication(Caller caller)
            && RouteAttributes.getRouteInfo(request).isPresent()
            && (isOutOfScope(request, caller) || isForAdminsAlone(request, caller));
    return Mono.just(refused ? SecurityRuleResult.REJECTED : SecurityRuleResult.UNKNOWN);
  }

  /// Whether the caller shows an API key that is not for this call.
  static boolean isOutOfScope(HttpRequest<?> request, Caller caller) {
    return caller.key() != null && !has(caller.key(), scopeOf(request));
  }

  private static boolean has(ApiKey key, @Nullable String scope) {
    return scope != null && key.scopes().all().contains(new Scope(scope));
  }

  /// The scope that this call asks of an API key; null where it takes none.
  static @Nullable String scopeOf(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .flatMap(route -> route.getAnnotationMetadata().stringValue(ForApiKeys.class))
        .orElse(null);
  }

  private static boolean isForAdminsAlone(HttpRequest<?> request, Caller caller) {
    return caller.key() != null
        && !caller.isAdmin()
        && RouteAttributes.getRouteInfo(request)
            .flatMap(route -> route.getAnnotationMetadata().booleanValue(ForApiKeys.class, "admin"))
            .orElse(false);
  }
}
