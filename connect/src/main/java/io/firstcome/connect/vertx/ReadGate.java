package io.firstcome.connect.vertx;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;

/// Reads from a client only while it takes what is sent to it. The flow control of HTTP/2 holds
/// back bodies alone: what is answered in headers would gather without bound.
final class ReadGate extends ChannelDuplexHandler {
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(context.channel().isWritable());
        context.fireChannelWritabilityChanged();
    }

    /// Netty's HTTP/2 asks for more even when the channel does not read by itself.
    @Override
    public void read(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            context.read();
        }
    }
}
