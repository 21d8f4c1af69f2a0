package io.firstcome.verify.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;

/// Reads nothing while its channel is not to read by itself. Netty's HTTP/2 would, because it
/// leaves slow readers to flow control.
final class ReadGate extends ChannelOutboundHandlerAdapter {
    @Override
    public void read(ChannelHandlerContext context) {
        if (context.channel().config().isAutoRead()) {
            context.read();
        }
    }
}
