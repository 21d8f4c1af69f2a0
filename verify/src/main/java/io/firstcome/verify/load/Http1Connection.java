package io.firstcome.verify.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/// A keep-alive connection of HTTP/1.1.
final class Http1Connection extends Connection {
    private final ResponseParser parser = new ResponseParser();

    Http1Connection(HttpLoad load) {
        super(load);
    }

    @Override
    void write(ChannelHandlerContext active, ByteBuf bytes, boolean last, ChannelPromise promise) {
        ChannelFuture _ = active.writeAndFlush(bytes, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext active, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            append(bytes);
        } finally {
            bytes.release();
        }
        if (isIdle()) {
            throw new MalformedResponseException("bytes without a request");
        }
        if (parser.parse(received(), receivedLength(), reply)) {
            replied(parser.keepAlive());
        }
    }
}
