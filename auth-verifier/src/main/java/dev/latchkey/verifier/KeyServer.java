package dev.latchkey.verifier;

import dev.latchkey.verifier.jose.JwkSet;
import dev.latchkey.verifier.jose.JwsAlgorithm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Fetches the keys that the issuer publishes, and says for how long they are fresh: as
/// `Cache-Control` says, from 30 seconds to an hour, and 5 minutes where it says nothing.
final class KeyServer implements Supplier<CompletableFuture<FreshKeys>> {
  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[,\\s])max-age=\"?(\\d{1,9})\\b");
  private static final Pattern NOT_KEPT = Pattern.compile("(?i)(?:^|[,\\s])no-(?:store|cache)\\b");
  private static final long SHORTEST = 30;
  private static final long LONGEST = 3600;
  private static final long USUAL = 300;

  private final Http http;
  private final URI uri;
  private final Set<JwsAlgorithm> algorithms;

  KeyServer(Http http, URI uri, Set<JwsAlgorithm> algorithms) {
    this.http = http;
    this.uri = uri;
    this.algorithms = algorithms;
  }

  @Override
  public CompletableFuture<FreshKeys> get() {
    return http.send(HttpRequest.newBuilder(uri)).thenCompose(this::read);
  }

  private CompletableFuture<FreshKeys> read(HttpResponse<byte[]> answer) {
    var freshFor = freshFor(answer.headers().firstValue("Cache-Control").orElse(""));
    return JwkSet.read(answer.body())
        .map(set -> FreshKeys.of(set, algorithms, freshFor))
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> CompletableFuture.failedFuture(new IOException("not a set of keys")));
  }

  static Duration freshFor(String cacheControl) {
    if (NOT_KEPT.matcher(cacheControl).find()) {
      return Duration.ofSeconds(SHORTEST);
    }
    var matcher = MAX_AGE.matcher(cacheControl);
    var seconds = matcher.find() ? Long.parseLong(matcher.group(1)) : USUAL;
    return Duration.ofSeconds(Math.min(LONGEST, Math.max(SHORTEST, seconds)));
  }
}
