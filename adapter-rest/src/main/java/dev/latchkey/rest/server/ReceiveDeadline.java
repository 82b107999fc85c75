package dev.latchkey.rest.server;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a connection on which a request has begun, but not ended in time, however busily it
/// drips. Runs on the connection's own event loop.
final class ReceiveDeadline {
  private final Duration deadline;
  private boolean unfinished;
  private @Nullable Future<?> running;

  ReceiveDeadline(Duration deadline) {
    this.deadline = deadline;
  }

  /// The handler that sees the first byte; goes before the decoder.
  ChannelHandler begins() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object bytes) {
        unfinished = true;
        context.fireChannelRead(bytes);
        // Most requests arrive whole, and then no timer is needed.
        if (unfinished && running == null && context.channel().isActive()) {
          running =
              context
                  .executor()
                  .schedule(() -> context.close(), deadline.toMillis(), TimeUnit.MILLISECONDS);
        }
      }

      @Override
      public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
      }
    };
  }

  /// The handler that sees the last of a request; goes after the decoder.
  ChannelHandler ends() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
          stop();
        }
        context.fireChannelRead(message);
      }
    };
  }

  private void stop() {
    unfinished = false;
    if (running != null) {
      running.cancel(false);
      running = null;
    }
  }
}
