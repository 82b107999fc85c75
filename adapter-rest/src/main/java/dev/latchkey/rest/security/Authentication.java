package dev.latchkey.rest.security;

import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.audit.NoteDenial;
import dev.latchkey.application.session.Caller;
import dev.latchkey.application.session.CheckAccess;
import dev.latchkey.application.session.RecallAccess;
import dev.latchkey.domain.apikey.RawApiKey;
import dev.latchkey.rest.metrics.RequestTimers;
import dev.latchkey.rest.problem.RequestInLog;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/// Finds out who makes a call, by its bearer token or API key and by how things stand now, and
/// notes in the audit who tries what they may not; [Authorization] then turns them away.
///
/// A request whose caller this node knows stays on the thread that read it. Where the database has
/// to be asked, a thread that may wait does that.
@ServerFilter(patterns = ServerFilter.MATCH_ALL_PATTERN, appendContextPath = false)
final class Authentication implements Ordered {
  private final RecallAccess recallAccess;
  private final CheckAccess checkAccess;
  private final CheckApiKey checkApiKey;
  private final NoteDenial noteDenial;
  private final AccessByRoute accessByRoute;
  private final ExecutorService blocking;

  Authentication(
      RecallAccess recallAccess,
      CheckAccess checkAccess,
      CheckApiKey checkApiKey,
      NoteDenial noteDenial,
      AccessByRoute accessByRoute,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.recallAccess = recallAccess;
    this.checkAccess = checkAccess;
    this.checkApiKey = checkApiKey;
    this.noteDenial = noteDenial;
    this.accessByRoute = accessByRoute;
    this.blocking = blocking;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  @RequestFilter
  CompletionStage<HttpRequest<?>> authenticate(HttpRequest<?> request) {
    var route = RouteAttributes.getRouteInfo(request).orElse(null);
    var token = route == null || isBlind(request) ? null : BearerHeader.token(request.getHeaders());
    if (route == null || token == null) {
      return CompletableFuture.completedFuture(request);
    }
    var known = recall(token, request).filter(accessByRoute.to(route)::admits);
    if (known.isPresent()) {
      RequestCaller.note(request, known.get());
      return CompletableFuture.completedFuture(request);
    }
    var log = RequestInLog.of(request);
    return CompletableFuture.supplyAsync(
        () -> log.around(() -> lookUp(token, request, route)), blocking);
  }

  private HttpRequest<?> lookUp(String token, HttpRequest<?> request, RouteInfo<?> route) {
    var found = find(token, request);
    if (found.isPresent()) {
      RequestCaller.note(request, found.get());
      if (!accessByRoute.to(route).admits(found.get())) {
        noteDenial.note(found.get(), request.getMethodName() + " " + RequestTimers.template(route));
      }
    }
    return request;
  }

  private Optional<Caller> recall(String token, HttpRequest<?> request) {
    return isApiKey(token)
        ? Optional.empty()
        : recallAccess.recall(token, RequestOrigin.of(request));
  }

  private Optional<Caller> find(String token, HttpRequest<?> request) {
    var origin = RequestOrigin.of(request);
    return isApiKey(token) ? checkApiKey.check(token, origin) : checkAccess.check(token, origin);
  }

  private static boolean isApiKey(String token) {
    return token.startsWith(RawApiKey.PREFIX);
  }

  /// The call that must answer also while no token can be looked up.
  private static boolean isBlind(HttpRequest<?> request) {
    return request.getPath().endsWith("/health/liveness");
  }
}
