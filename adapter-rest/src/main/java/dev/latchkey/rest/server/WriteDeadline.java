package dev.latchkey.rest.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a connection whose client does not take its answer in time: each part of it may take from
/// one to two deadlines to leave. Most leave at once, and then no timer is needed. Runs on the
/// connection's own event loop.
final class WriteDeadline extends ChannelDuplexHandler {
  private final Duration deadline;
  private @Nullable Future<?> running;
  private @Nullable Object watched;

  WriteDeadline(Duration deadline) {
    this.deadline = deadline;
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    context.flush();
    if (running == null) {
      watch(context);
    }
  }

  private void watch(ChannelHandlerContext context) {
    watched = leaving(context);
    running =
        watched == null
            ? null
            : context
                .executor()
                .schedule(() -> look(context), deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(ChannelHandlerContext context) {
    if (watched == leaving(context)) {
      context.close();
    } else {
      watch(context);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (running != null) {
      running.cancel(false);
    }
  }

  /// The part that is being written; null where all has left.
  private static @Nullable Object leaving(ChannelHandlerContext context) {
    var buffer = context.channel().unsafe().outboundBuffer();
    return buffer == null ? null : buffer.current();
  }
}
