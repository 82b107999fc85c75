package dev.latchkey.rest.server;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Puts our own handlers into each connection: the framework knows idle time only, which a client
/// that sends a byte now and then never has.
@Singleton
final class ConnectionGuard implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final Duration receive;
  private final Duration write;
  private final WellKnownPaths wellKnown;

  /// @param receive how long the whole of a request may take to arrive
  /// @param write how long each part of an answer may take to leave
  ConnectionGuard(
      @Value("${latchkey.http.receive-deadline:10s}") Duration receive,
      @Value("${latchkey.http.write-deadline:30s}") Duration write,
      Paths paths) {
    this.receive = receive;
    this.write = write;
    this.wellKnown = new WellKnownPaths(paths.prefix());
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    var registry = event.getBean();
    registry.register(new Listening());
    return registry;
  }

  private void guard(Channel channel) {
    var deadline = new ReceiveDeadline(receive);
    channel
        .pipeline()
        .addFirst(deadline.begins(), new WriteDeadline(write))
        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "well-known", wellKnown)
        .addAfter(
            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "strict", new StrictRequests())
        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "deadline", deadline.ends());
  }

  /// The listening socket's part: one customizer for each connection.
  private final class Listening implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Connection(channel) : this;
    }
  }

  private final class Connection implements NettyServerCustomizer {
    private final Channel channel;

    Connection(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void onStreamPipelineBuilt() {
      guard(channel);
    }
  }
}
