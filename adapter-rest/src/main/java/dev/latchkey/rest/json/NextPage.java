package dev.latchkey.rest.json;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.uri.UriBuilder;
import org.jspecify.annotations.Nullable;

/// Answers with a page of a list.
public final class NextPage {
  private NextPage() {}

  /// The page; the next one is also told in a `Link` (RFC 8288), relative to this one.
  ///
  /// @param nextCursor null on the last page
  public static HttpResponse<?> link(
      HttpRequest<?> request, Object page, @Nullable String nextCursor) {
    var response = HttpResponse.ok(page);
    if (nextCursor == null) {
      return response;
    }
    var next = UriBuilder.of(request.getUri()).replaceQueryParam("cursor", nextCursor).build();
    return response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
  }
}
