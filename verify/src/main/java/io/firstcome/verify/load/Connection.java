package io.firstcome.verify.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;

/// One connection with at most one request in flight.
///
/// The request's bytes live in one buffer for the connection's whole life: it is written, comes
/// back when the kernel has it, and gets the next user's digits. Whatever goes wrong ends the
/// connection, so that nothing late is taken for the next answer.
abstract class Connection extends ChannelInboundHandlerAdapter {
    private static final int IDLE = -1;

    /// A slow user sends so many pieces of the request, with a pause after each, the last too
    /// before reading.
    private static final int PIECES = 4;

    private static final long PIECE_PAUSE_NANOS = 10_000_000;

    final Reply reply = new Reply();
    final HttpLoad load;
    private byte[] received = new byte[0];
    private int receivedLength;
    private int user = IDLE;
    private String lossCause = "connection closed";
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf request;

    Connection(HttpLoad load) {
        this.load = load;
    }

    /// Writes and flushes bytes of the request.
    ///
    /// @param last whether they are the last ones
    abstract void write(
            ChannelHandlerContext active, ByteBuf bytes, boolean last, ChannelPromise promise);

    @Override
    public final void channelActive(ChannelHandlerContext active) {
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
    final void send(int asker, Manner manner, long dueNanos, long nowNanos) {
        ChannelHandlerContext active = context;
        ByteBuf buffer = request;
        if (active == null || buffer == null) {
            throw new IllegalStateException("connection: not open (expected: open)");
        }
        user = asker;
        reply.dueNanos = dueNanos;
        reply.sentNanos = nowNanos;
        receivedLength = 0;
        load.template().setUser(buffer, asker);
        buffer.setIndex(0, buffer.capacity());
        switch (manner) {
            case PLAIN -> write(active, buffer.retain(), true, active.voidPromise());
            case SLOW -> {
                active.channel().config().setAutoRead(false);
                sendPieces();
            }
            case VANISHING -> {
                ChannelPromise written = active.newPromise();
                written.addListener(_ -> vanish());
                write(active, buffer.retain(), true, written);
            }
        }
    }

    /// The user, whose request is sent, is gone.
    void vanish() {
        abort("vanished");
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
            write(active, piece, !buffer.isReadable(), active.voidPromise());
            load.later(PIECE_PAUSE_NANOS, this::sendPieces);
        } else {
            active.channel().config().setAutoRead(true);
        }
    }

    /// Keeps bytes of the answer.
    final void append(ByteBuf bytes) {
        int length = bytes.readableBytes();
        if (receivedLength + length > received.length) {
            received = Arrays.copyOf(received, 2 * (receivedLength + length));
        }
        bytes.readBytes(received, receivedLength, length);
        receivedLength += length;
    }

    final byte[] received() {
        return received;
    }

    final int receivedLength() {
        return receivedLength;
    }

    /// Reports the answer, which is whole.
    ///
    /// @param keepAlive whether the connection takes another request
    final void replied(boolean keepAlive) {
        int asker = user;
        user = IDLE;
        reply.doneNanos = System.nanoTime();
        if (keepAlive) {
            load.answered(this, asker, reply);
        } else {
            load.answeredLast(asker, reply);
            abort("closed by the server");
        }
    }

    final boolean isIdle() {
        return user == IDLE;
    }

    /// Whether a request waits for its answer that was sent before `oldestNanos`.
    final boolean waitsSince(long oldestNanos) {
        return user != IDLE && reply.sentNanos < oldestNanos;
    }

    /// Closes the connection; a request in flight is reported as unknown.
    final void abort(String cause) {
        lossCause = cause;
        load.closing(this);
        ChannelHandlerContext active = context;
        if (active != null) {
            ChannelFuture _ = active.close();
        }
    }

    @Override
    public final void channelInactive(ChannelHandlerContext active) {
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
            load.unknown(asker, reply, lossCause);
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
