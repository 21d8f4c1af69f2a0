package io.firstcome.verify.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.EmptyHttp2Headers;
import io.netty.handler.codec.http2.Http2ChannelDuplexHandler;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2FrameStreamException;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2SettingsAckFrame;
import io.netty.handler.codec.http2.Http2Stream.State;
import io.netty.util.ReferenceCountUtil;

import org.jspecify.annotations.Nullable;

/// A connection of HTTP/2, which is known beforehand; one stream at a time.
final class Http2Connection extends Connection {
    /// Makes new streams, which Netty grants to handlers of this kind only.
    private static final class Streams extends Http2ChannelDuplexHandler {}

    private final Http2Headers head;
    private final Streams streams;
    private @Nullable Http2FrameStream stream;
    private boolean greeted;
    private boolean vanishes;
    private boolean goesAway;

    private Http2Connection(HttpLoad load, Http2Headers head, Streams streams) {
        super(load);
        this.head = head;
        this.streams = streams;
    }

    /// Makes the channel such a connection.
    ///
    /// @param head of every request
    static void addTo(ChannelPipeline pipeline, HttpLoad load, Http2Headers head) {
        Http2FrameCodec codec =
                Http2FrameCodecBuilder.forClient()
                        .initialSettings(Http2Settings.defaultSettings().pushEnabled(false))
                        .decoupleCloseAndGoAway(true)
                        .build();
        Streams streams = new Streams();
        pipeline.addLast(new ReadGate(), codec, streams);
        pipeline.addLast(new Http2Connection(load, head, streams));
    }

    @Override
    void write(ChannelHandlerContext active, ByteBuf bytes, boolean last, ChannelPromise promise) {
        Http2FrameStream current = stream;
        if (current == null) {
            current = streams.newStream();
            stream = current;
            reply.status = 0;
            reply.trailers = EmptyHttp2Headers.INSTANCE;
            active.write(new DefaultHttp2HeadersFrame(head).stream(current))
                    .addListener(done -> notWritten(active, done.cause()));
        }
        // no void promise: what happens to the body has happened to the head
        ChannelPromise written = promise.isVoid() ? active.newPromise() : promise;
        ChannelFuture _ =
                active.writeAndFlush(
                        new DefaultHttp2DataFrame(bytes, last).stream(current), written);
    }

    private void notWritten(ChannelHandlerContext active, @Nullable Throwable cause) {
        if (cause instanceof Http2Exception) {
            abort("not sent: " + cause.getMessage());
        } else if (cause != null) {
            exceptionCaught(active, cause);
        }
    }

    /// To close while the server's greeting is unread would reset the connection, and the request
    /// might go unheard.
    @Override
    void vanish() {
        vanishes = true;
        if (greeted) {
            super.vanish();
        }
    }

    /// The server has read our settings; its own came before.
    private void greeted() {
        greeted = true;
        if (vanishes) {
            super.vanish();
        }
    }

    /// Frames that are not of an answer, such as settings, the codec has dealt with.
    @Override
    public void channelRead(ChannelHandlerContext active, Object message) {
        try {
            Http2FrameStream current = stream;
            if (message instanceof Http2GoAwayFrame away) {
                goAway(away);
            } else if (message instanceof Http2SettingsAckFrame) {
                greeted();
            } else if (current != null && active.channel().isActive()) {
                read(active, message, current);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(ChannelHandlerContext active, Object message, Http2FrameStream current) {
        switch (message) {
            case Http2HeadersFrame headers -> {
                readHeaders(headers);
                endIf(headers.isEndStream(), current);
            }
            case Http2DataFrame data -> {
                append(data.content());
                int bytes = data.initialFlowControlledBytes();
                ChannelFuture _ =
                        active.write(new DefaultHttp2WindowUpdateFrame(bytes).stream(current));
                endIf(data.isEndStream(), current);
            }
            case Http2ResetFrame reset ->
                    abort("stream reset: " + Http2Error.valueOf(reset.errorCode()));
            default -> {}
        }
    }

    /// The server takes no more requests; it may still answer the one that it has.
    private void goAway(Http2GoAwayFrame away) {
        goesAway = true;
        Http2FrameStream current = stream;
        if (current == null || current.id() > away.lastStreamId()) {
            abort("server goes away");
        }
    }

    /// An answer without a body has one block of headers, which is its trailers too.
    private void readHeaders(Http2HeadersFrame frame) {
        CharSequence status = frame.headers().status();
        if (status != null) {
            reply.status = number(status);
        }
        if (frame.isEndStream()) {
            reply.trailers = frame.headers();
        }
    }

    private static int number(CharSequence status) {
        try {
            return Integer.parseInt(status, 0, status.length(), 10);
        } catch (NumberFormatException _) {
            throw new MalformedResponseException("status: " + status);
        }
    }

    /// Who answers before the request is wholly sent leaves a connection that still has the rest of
    /// it to send.
    private void endIf(boolean isEnd, Http2FrameStream current) {
        if (!isEnd) {
            return;
        }
        if (reply.status == 0) {
            throw new MalformedResponseException("no status");
        }
        stream = null;
        reply.bytes = received();
        reply.bodyStart = 0;
        reply.bodyEnd = receivedLength();
        replied(!goesAway && current.state() == State.HALF_CLOSED_LOCAL);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext active, Throwable cause) {
        switch (cause) {
            case Http2Exception _, Http2FrameStreamException _ ->
                    abort("malformed response: " + cause.getMessage());
            default -> super.exceptionCaught(active, cause);
        }
    }
}
