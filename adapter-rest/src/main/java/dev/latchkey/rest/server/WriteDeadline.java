package dev.latchkey.rest.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Closes a connection whose client does not take its answer in time.
final class WriteDeadline extends WriteTimeoutHandler {

  WriteDeadline(Duration deadline) {
    super(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void writeTimedOut(ChannelHandlerContext context) {
    context.close();
  }
}
