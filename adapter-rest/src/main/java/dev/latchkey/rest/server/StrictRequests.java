package dev.latchkey.rest.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/// Ends a connection on which something comes that cannot be read, or not in one way only, or that
/// is too long: nothing behind it may be taken for a request (RFC 9112 section 11.2). Ends it after
/// an unexpected fault too, since nobody knows what that has left behind.
final class StrictRequests extends ChannelDuplexHandler {
  private int unanswered;
  private boolean awaitsContinue;
  private boolean isTooLong;
  private boolean ended;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!ended && message instanceof HttpObject part) {
      var status = Readability.check(part);
      if (status == HttpResponseStatus.OK) {
        pass(context, part);
        return;
      }
      end(context, status, part instanceof HttpRequest && unanswered == 0);
    }
    ReferenceCountUtil.release(message);
  }

  private void pass(ChannelHandlerContext context, HttpObject part) {
    if (part instanceof HttpRequest request) {
      unanswered++;
      awaitsContinue = HttpUtil.is100ContinueExpected(request);
      isTooLong = HttpUtil.getContentLength(request, 0L) > HttpDefaults.MAX_BODY;
      if (isTooLong) {
        // Nobody is to be asked for a body that will be refused.
        request.headers().remove(HttpHeaderNames.EXPECT);
      }
    }
    context.fireChannelRead(part);
  }

  private void end(ChannelHandlerContext context, HttpResponseStatus status, boolean answered) {
    ended = true;
    if (answered) {
      context.writeAndFlush(BareAnswer.of(status)).addListener(ChannelFutureListener.CLOSE);
    } else {
      // An answer of ours would be taken for that of an earlier request.
      context.close();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    var last = message instanceof LastHttpContent;
    if (message instanceof HttpResponse response) {
      last &= response.status() != HttpResponseStatus.CONTINUE;
      if (endsConnection(response.status())) {
        ended = true;
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      }
    }
    unanswered -= last ? 1 : 0;
    context.write(
        message,
        last && ended ? promise.unvoid().addListener(ChannelFutureListener.CLOSE) : promise);
  }

  /// Who is turned away for a while keeps the connection: to make another costs more than the
  /// answer. Not who waits to be asked for the body, which may come or not (RFC 9110 section
  /// 10.1.1), nor who has announced more than would be read.
  private boolean endsConnection(HttpResponseStatus status) {
    return status.equals(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE)
        || (status.code() >= HttpResponseStatus.INTERNAL_SERVER_ERROR.code()
            && (awaitsContinue
                || isTooLong
                || !status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)));
  }
}
