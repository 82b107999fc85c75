package dev.latchkey.rest.server;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;

/// Well-known paths lie at the root of a host (RFC 8615 section 3), whatever our other paths begin
/// with.
@Sharable
final class WellKnownPaths extends ChannelInboundHandlerAdapter {
  private static final String ROOT = "/.well-known/";

  private final String prefix;

  /// @param prefix what our other paths begin with
  WellKnownPaths(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request && request.uri().startsWith(ROOT)) {
      request.setUri(prefix + request.uri());
    }
    context.fireChannelRead(message);
  }
}
