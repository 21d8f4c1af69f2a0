package io.firstcome.connect.vertx;

import io.firstcome.connect.Limits;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// Lets connections in until there are as many as there may be or it is shut, and closes further
/// ones at once.
@Sharable
final class AcceptGate extends ChannelInboundHandlerAdapter {
    private final Limits limits;
    private final LongSupplier nanoTime;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean isShut;

    AcceptGate(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /// Lets no more connections in.
    void shut() {
        isShut = true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel channel = (Channel) message;
        if (connections.incrementAndGet() > limits.maxConnections() || isShut) {
            connections.decrementAndGet();
            channel.unsafe().closeForcibly();
            return;
        }
        channel.closeFuture().addListener(_ -> connections.decrementAndGet());
        channel.pipeline().addLast(new Connection(channel, limits, nanoTime));
        context.fireChannelRead(channel);
    }
}
