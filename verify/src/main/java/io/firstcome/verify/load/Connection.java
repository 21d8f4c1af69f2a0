package io.firstcome.verify.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;

/// One keep-alive connection with at most one request in flight.
///
/// The request's bytes live in one buffer for the connection's whole life: it is written, comes
/// back when the kernel has it, and gets the next user's digits.
final class Connection extends ChannelInboundHandlerAdapter {
    private static final int IDLE = -1;

    /// A slow user sends so many pieces of the request, with a pause after each, the last too
    /// before reading.
    private static final int PIECES = 4;

    private static final long PIECE_PAUSE_NANOS = 10_000_000;

    private final HttpLoad load;
    private final ResponseParser parser = new ResponseParser();
    private final Reply reply = new Reply();
    private byte[] received = new byte[0];
    private int receivedLength;
    private int user = IDLE;
    private String lossCause = "connection closed";
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf request;

    Connection(HttpLoad load) {
        this.load = load;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        RequestTemplate template = load.template();
        ByteBuf buffer = active.alloc().directBuffer(template.length(), template.length());
        template.writeTo(buffer);
        request = buffer;
        context = active;
        load.connected(this);
    }

    /// Sends the request of `asker`; its answer or its loss is reported to the load.
    ///
    /// @param dueNanos when the request was to be sent
    void send(int asker, Manner manner, long dueNanos, long nowNanos) {
        ChannelHandlerContext active = context;
        ByteBuf buffer = request;
        if (active == null || buffer == null) {
            throw new IllegalStateException("connection: not open (expected: open)");
        }
        user = asker;
        reply.manner = manner;
        reply.dueNanos = dueNanos;
        reply.sentNanos = nowNanos;
        receivedLength = 0;
        load.template().setUser(buffer, asker);
        buffer.setIndex(0, buffer.capacity());
        switch (manner) {
            case PLAIN -> {
                ChannelFuture _ = active.writeAndFlush(buffer.retain(), active.voidPromise());
            }
            case SLOW -> {
                active.channel().config().setAutoRead(false);
                sendPieces();
            }
            case VANISHING ->
                    active.writeAndFlush(buffer.retain()).addListener(_ -> abort("vanished"));
        }
    }

    /// Sends a piece of the request and after a pause the rest; then begins to read.
    private void sendPieces() {
        ChannelHandlerContext active = context;
        ByteBuf buffer = request;
        if (active == null || buffer == null) {
            return;
        }
        if (buffer.isReadable()) {
            int length = Math.ceilDiv(buffer.capacity(), PIECES);
            ByteBuf piece = buffer.readRetainedSlice(Math.min(length, buffer.readableBytes()));
            ChannelFuture _ = active.writeAndFlush(piece, active.voidPromise());
            load.later(PIECE_PAUSE_NANOS, this::sendPieces);
        } else {
            active.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext active, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            append(bytes);
        } finally {
            bytes.release();
        }
        if (user == IDLE) {
            throw new MalformedResponseException("bytes without a request");
        }
        if (parser.parse(received, receivedLength, reply)) {
            replied();
        }
    }

    private void replied() {
        int asker = user;
        user = IDLE;
        reply.doneNanos = System.nanoTime();
        if (parser.keepAlive()) {
            load.answered(this, asker, reply);
        } else {
            load.answeredLast(asker, reply);
            abort("closed by the server");
        }
    }

    private void append(ByteBuf bytes) {
        int length = bytes.readableBytes();
        if (receivedLength + length > received.length) {
            received = Arrays.copyOf(received, 2 * (receivedLength + length));
        }
        bytes.readBytes(received, receivedLength, length);
        receivedLength += length;
    }

    /// Whether a request waits for its answer that was sent before `oldestNanos`.
    boolean waitsSince(long oldestNanos) {
        return user != IDLE && reply.sentNanos < oldestNanos;
    }

    /// Closes the connection; a request in flight is reported as unknown.
    void abort(String cause) {
        lossCause = cause;
        ChannelHandlerContext active = context;
        if (active != null) {
            ChannelFuture _ = active.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext active) {
        ByteBuf buffer = request;
        if (buffer != null) {
            buffer.release();
        }
        request = null;
        context = null;
        int asker = user;
        user = IDLE;
        load.disconnected(this);
        if (asker != IDLE) {
            load.unknown(asker, reply.sentNanos, lossCause);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext active, Throwable cause) {
        switch (cause) {
            case MalformedResponseException malformed ->
                    abort("malformed response: " + malformed.getMessage());
            case IOException _ -> abort("connection reset");
            default -> load.fail(cause);
        }
    }
}
