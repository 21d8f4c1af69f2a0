package io.firstcome.connect.vertx;

import io.firstcome.connect.Limits;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The times of one connection: closes it when it has been idle too long, and ends bodies that come
/// in too slowly. Belongs to the connection's event loop.
///
/// A connection is idle while no exchange is under way on it and nothing of a response goes out,
/// whatever bytes come in: the head of a request that trickles does not keep it, nor does a client
/// that does not read.
final class Connection extends ChannelDuplexHandler {
    private static final Logger LOG = System.getLogger(Connection.class.getName());
    private static final AttributeKey<Connection> KEY = AttributeKey.valueOf(Connection.class, "");

    private final Channel channel;
    private final LongSupplier nanoTime;

    /// How much of a refused body is discarded, so that a client that sends somewhat too much gets
    /// to see the response. A client may have sent this much before it sees it, and use the
    /// connection again.
    private static final int DISCARDED_MIN = 256 * 1024;

    private static final int DISCARDED_MESSAGES = 4;

    /// In a timeout. What has to end may do so for two periods longer: times begin when the first
    /// check sees something.
    private static final int CHECKS = 8;

    /// As long as an answer may be on its way.
    private static final int LINGER_MILLIS = 500;

    private final int discardedMax;
    private final long bodyTimeoutNanos;
    private final long idleTimeoutNanos;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ScheduledFuture<?> checks;
    private int exchanges;

    /// Since the last check.
    private boolean hasServed;

    private long idleSinceNanos;

    /// Responses that others give.
    private final List<HttpServerResponse> others = new ArrayList<>();

    private long writes;
    private long writesChecked;
    private long unsentChecked;

    /// What a client has begun to send, in order of its beginning, without the latest.
    private final LinkedHashSet<Awaited> awaited = new LinkedHashSet<>();

    /// Mostly it is complete before anything else begins.
    private @Nullable Awaited latest;

    Connection(Channel channel, Limits limits, LongSupplier nanoTime) {
        this.channel = channel;
        this.nanoTime = nanoTime;
        long messages = (long) DISCARDED_MESSAGES * limits.maxMessageBytes();
        this.discardedMax = Math.clamp(messages, DISCARDED_MIN, Integer.MAX_VALUE);
        this.bodyTimeoutNanos = limits.bodyTimeout().toNanos();
        this.idleTimeoutNanos = limits.idleTimeout().toNanos();
        channel.attr(KEY).set(this);
    }

    static Connection of(HttpConnection connection) {
        return Objects.requireNonNull(channel(connection).attr(KEY).get());
    }

    /// Vert.x shows the channel of a connection only behind its public interface.
    static Channel channel(HttpConnection connection) {
        return ((HttpServerConnection) connection).channelHandlerContext().channel();
    }

    Channel channel() {
        return channel;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        this.context = context;
        idleSinceNanos = nanoTime.getAsLong();
        long periodNanos = Math.min(bodyTimeoutNanos, idleTimeoutNanos) / CHECKS;
        checks =
                context.executor()
                        .scheduleWithFixedDelay(
                                this::check, periodNanos, periodNanos, TimeUnit.NANOSECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (checks != null) {
            checks.cancel(false);
        }
        context.fireChannelInactive();
    }

    private void check() {
        try {
            check(nanoTime.getAsLong());
        } catch (Throwable e) {
            // Thrown on, it would be the last check.
            LOG.log(Level.ERROR, "a timeout failed", e);
        }
    }

    private void check(long now) {
        timeOutLate(now);
        boolean wasServing = hasServed;
        hasServed = false;
        boolean hasMoved = hasMoved();
        if (wasServing || isServing() || (hasMoved && hasStreams())) {
            idleSinceNanos = now;
        } else if (now - idleSinceNanos >= idleTimeoutNanos) {
            end();
        }
    }

    private void timeOutLate(long now) {
        if (latest == null && awaited.isEmpty()) {
            return;
        }
        List<Awaited> late = new ArrayList<>(awaited);
        if (latest != null) {
            late.add(latest);
        }
        late.removeIf(something -> !something.isLate(now, bodyTimeoutNanos));
        for (Awaited something : late) {
            // One may end another.
            if (remove(something)) {
                something.timeOut();
            }
        }
    }

    private boolean isServing() {
        others.removeIf(Connection::isOver);
        return exchanges > 0 || !others.isEmpty();
    }

    /// Whether something was handed over or has gone out since the last check.
    private boolean hasMoved() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long unsent =
                buffer == null ? 0 : buffer.totalPendingWriteBytes() - buffer.currentProgress();
        boolean hasMoved = unsent != unsentChecked || writes != writesChecked;
        unsentChecked = unsent;
        writesChecked = writes;
        return hasMoved;
    }

    /// Whether what goes out can be of a response: HTTP/2 says things of its own, too.
    private boolean hasStreams() {
        Http2ConnectionHandler http2 = channel.pipeline().get(Http2ConnectionHandler.class);
        return http2 == null || http2.connection().numActiveStreams() > 0;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        writes++;
        ChannelFuture _ = context.write(message, promise);
    }

    private void end() {
        if (unsentChecked > 0 && context != null) {
            // From here it does not wait until all is written, which would be for ever.
            ChannelFuture _ = context.close();
        } else {
            close();
        }
    }

    /// Closes the connection when what is on its way is written.
    void close() {
        ChannelFuture _ = channel.close();
    }

    /// Closes the connection unless the client does, who was told that the last answer is the last
    /// one. Not at once: while a client still sends, that could take the answer away from him.
    void closeSoon() {
        Runnable closing = this::close;
        ScheduledFuture<?> _ =
                channel.eventLoop().schedule(closing, LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// An exchange is under way until [#exchangeEnded].
    void exchangeStarted() {
        exchanges++;
    }

    void exchangeEnded() {
        exchanges--;
        hasServed = true;
    }

    /// Leaves an exchange to somebody who does not say when it has ended.
    void exchangeLeftTo(HttpServerResponse response) {
        others.removeIf(Connection::isOver);
        others.add(response);
        exchangeEnded();
    }

    private static boolean isOver(HttpServerResponse response) {
        return response.ended() || response.closed();
    }

    /// A body that begins to come in now.
    RequestBody newBody(VertxExchange exchange) {
        return new RequestBody(exchange, discardedMax);
    }

    /// The rest of something is expected, from now on until [#stopAwaiting] or until it is too
    /// late.
    void await(Awaited something) {
        if (latest != null) {
            awaited.add(latest);
        }
        latest = something;
    }

    void stopAwaiting(Awaited something) {
        boolean _ = remove(something);
    }

    private boolean remove(Awaited something) {
        if (something.equals(latest)) {
            latest = null;
            return true;
        }
        return awaited.remove(something);
    }
}
