package dev.latchkey.rest.server;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Date;
import java.util.UUID;

/// The answer to what never became a request: a status and the headers of every answer, no body.
final class BareAnswer {

  private BareAnswer() {}

  static FullHttpResponse of(HttpResponseStatus status) {
    var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    ResponseHeaders.DEFAULTS.forEach(answer.headers()::set);
    answer
        .headers()
        .set(HttpHeaderNames.DATE, DateFormatter.format(new Date()))
        .set("X-Request-Id", UUID.randomUUID().toString())
        .set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return answer;
  }
}
