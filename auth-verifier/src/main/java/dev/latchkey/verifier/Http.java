package dev.latchkey.verifier;

import dev.latchkey.verifier.jose.JwkSet;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Asks the issuer: never redirected, never longer than the patience from connecting to the last
/// byte, and for 64 KiB at most.
final class Http {
  private static final int MAX_ANSWER = JwkSet.MAX_BYTES;

  private final HttpClient client;
  private final Duration patience;

  Http(Duration patience) {
    this.patience = patience;
    client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// An answer with the status 200; else the future fails.
  CompletableFuture<HttpResponse<byte[]>> send(HttpRequest.Builder request) {
    var sent =
        client.sendAsync(
            request.timeout(patience).header("Accept", "application/json").build(),
            unused -> new BoundedBytes(MAX_ANSWER));
    // The request's own timeout ends with the headers; a body may drip for ever.
    return sent.copy()
        .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
        .whenComplete((answer, failure) -> sent.cancel(true))
        .thenCompose(Http::requireOk);
  }

  private static CompletableFuture<HttpResponse<byte[]>> requireOk(HttpResponse<byte[]> answer) {
    return answer.statusCode() == 200
        ? CompletableFuture.completedFuture(answer)
        : CompletableFuture.failedFuture(
            new IOException("the issuer answered " + answer.statusCode()));
  }

  /// Waits for what has a deadline of its own.
  static <T> T await(CompletableFuture<T> future) throws ExecutionException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExecutionException(e);
    }
  }
}
