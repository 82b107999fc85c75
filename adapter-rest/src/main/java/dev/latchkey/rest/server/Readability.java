package dev.latchkey.rest.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/// Whether a decoded part of a request can be read in one way only, also by a proxy that is
/// stricter or laxer than the decoder (RFC 9112 sections 3.2 and 6.1).
final class Readability {
  private static final int MAX_FIELDS = 100;

  private Readability() {}

  /// The status to refuse the part with, or `OK`.
  static HttpResponseStatus check(HttpObject part) {
    if (part.decoderResult().isFailure()) {
      return refusal(part.decoderResult().cause());
    }
    if (!(part instanceof HttpRequest request)) {
      return HttpResponseStatus.OK;
    }
    if (request.headers().size() > MAX_FIELDS) {
      return HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
    }
    return isUnambiguous(request) ? HttpResponseStatus.OK : HttpResponseStatus.BAD_REQUEST;
  }

  private static HttpResponseStatus refusal(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return HttpResponseStatus.REQUEST_URI_TOO_LONG;
    }
    return cause instanceof TooLongHttpHeaderException
        ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
        : HttpResponseStatus.BAD_REQUEST;
  }

  private static boolean isUnambiguous(HttpRequest request) {
    var version = request.protocolVersion();
    if (version.equals(HttpVersion.HTTP_1_1)) {
      return request.headers().getAll(HttpHeaderNames.HOST).size() == 1
          && hasPlainFraming(request.headers());
    }
    return version.equals(HttpVersion.HTTP_1_0)
        && !request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
  }

  private static boolean hasPlainFraming(HttpHeaders headers) {
    var encodings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    return encodings.isEmpty()
        || (encodings.size() == 1
            && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encodings.get(0))
            && !headers.contains(HttpHeaderNames.CONTENT_LENGTH));
  }
}
