package io.firstcome.verify.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;

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
        if (isIdle()) {
            ReferenceCountUtil.release(message);
            throw new MalformedResponseException("bytes without a request");
        }
        ByteBuf bytes = (ByteBuf) message;
        boolean isWhole;
        try {
            isWhole = receivedLength() == 0 ? parseAlone(bytes) : parseAppended(bytes);
        } finally {
            bytes.release();
        }
        if (isWhole) {
            replied(parser.keepAlive());
        }
    }

    /// Nearly every answer is whole, and leaves nothing behind in memory of the connection's own.
    private boolean parseAlone(ByteBuf bytes) {
        int length = bytes.readableBytes();
        byte[] shared = load.shared(length);
        bytes.getBytes(bytes.readerIndex(), shared, 0, length);
        boolean isWhole = parser.parse(shared, length, reply);
        if (!isWhole) {
            append(bytes);
        }
        return isWhole;
    }

    private boolean parseAppended(ByteBuf bytes) {
        append(bytes);
        return parser.parse(received(), receivedLength(), reply);
    }
}
