package dev.latchkey.rest.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a connection whose client does not take its answer in time: what was written before a
/// look is to have left by the next one, a deadline later. Most leaves at once, and then no timer
/// is needed. Runs on the connection's own event loop.
final class WriteDeadline extends ChannelDuplexHandler {
  private final Duration deadline;
  private @Nullable ChannelPromise latest;
  private @Nullable ChannelPromise watched;
  private @Nullable Future<?> running;

  WriteDeadline(Duration deadline) {
    this.deadline = deadline;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    latest = promise.unvoid();
    context.write(message, latest);
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    context.flush();
    if (running == null) {
      watch(context);
    }
  }

  private void watch(ChannelHandlerContext context) {
    watched = latest;
    running =
        watched == null || watched.isDone()
            ? null
            : context
                .executor()
                .schedule(() -> look(context), deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(ChannelHandlerContext context) {
    if (watched != null && !watched.isDone()) {
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
}
