package io.firstcome.verify.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.ReferenceCountUtil;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A server of HTTP/2 that writes to each request whatever frames or bytes a script wants. All of
/// it is done on one thread.
final class ScriptedHttp2Server implements AutoCloseable {
    /// Answers requests.
    interface Script {
        /// The head of a request is here.
        default void began(Call call) {}

        /// A request is here.
        void asked(Call call, String body);
    }

    private final AtomicInteger connections = new AtomicInteger();
    private final EventLoopGroup threads = Transport.NIO.newEventLoops(1);
    private final Http2Settings settings;
    private final Script script;
    private final Channel listening;

    ScriptedHttp2Server(Script script) {
        this(script, Http2Settings.defaultSettings());
    }

    ScriptedHttp2Server(Script script, Http2Settings settings) {
        this.script = script;
        this.settings = settings;
        listening =
                new ServerBootstrap()
                        .group(threads)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(newConnection())
                        .bind(InetAddress.getLoopbackAddress(), 0)
                        .syncUninterruptibly()
                        .channel();
    }

    URI url() {
        int port = ((InetSocketAddress) listening.localAddress()).getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    /// How many connections were made so far.
    int connections() {
        return connections.get();
    }

    private ChannelInitializer<SocketChannel> newConnection() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                connections.incrementAndGet();
                channel.pipeline()
                        .addLast(
                                Http2FrameCodecBuilder.forServer()
                                        .initialSettings(settings)
                                        .decoupleCloseAndGoAway(true)
                                        .build(),
                                new Requests());
            }
        };
    }

    private final class Requests extends ChannelInboundHandlerAdapter {
        private final StringBuilder body = new StringBuilder();
        private Http2Headers head = new DefaultHttp2Headers();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            try {
                if (message instanceof Http2HeadersFrame frame) {
                    head = frame.headers();
                    body.setLength(0);
                    script.began(new Call(context, frame.stream(), head));
                } else if (message instanceof Http2DataFrame frame) {
                    body.append(frame.content().toString(UTF_8));
                    if (frame.isEndStream()) {
                        script.asked(new Call(context, frame.stream(), head), body.toString());
                    }
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause)
                throws Exception {
            boolean isOfAClientThatWent = cause instanceof IOException;
            if (!isOfAClientThatWent && !(cause instanceof Http2Exception)) {
                super.exceptionCaught(context, cause);
            }
        }
    }

    /// A request, and what to do with it.
    record Call(ChannelHandlerContext context, Http2FrameStream stream, Http2Headers head) {
        Call headers(Map<String, String> headers, boolean end) {
            Http2Headers all = new DefaultHttp2Headers(false);
            headers.forEach(all::add);
            ChannelFuture _ =
                    context.writeAndFlush(new DefaultHttp2HeadersFrame(all, end).stream(stream));
            return this;
        }

        Call data(String data, boolean end) {
            ByteBuf bytes = Unpooled.copiedBuffer(data, UTF_8);
            ChannelFuture _ =
                    context.writeAndFlush(new DefaultHttp2DataFrame(bytes, end).stream(stream));
            return this;
        }

        void reset(Http2Error error) {
            ChannelFuture _ =
                    context.writeAndFlush(new DefaultHttp2ResetFrame(error).stream(stream));
        }

        /// @param extra how many streams after this one are still served
        Call goAway(int extra) {
            DefaultHttp2GoAwayFrame frame = new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR);
            frame.setExtraStreamIds(extra);
            ChannelFuture _ = context.writeAndFlush(frame);
            return this;
        }

        /// Writes bytes past the codec: text, or a frame in hexadecimal digits.
        void raw(String text) {
            raw(text.getBytes(UTF_8));
        }

        void frame(String hex) {
            raw(HexFormat.ofDelimiter(" ").parseHex(hex));
        }

        private void raw(byte[] bytes) {
            ChannelFuture _ =
                    context.pipeline().firstContext().writeAndFlush(Unpooled.wrappedBuffer(bytes));
        }

        void close() {
            ChannelFuture _ = context.close();
        }
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 2, SECONDS).awaitUninterruptibly(2_000);
    }
}
