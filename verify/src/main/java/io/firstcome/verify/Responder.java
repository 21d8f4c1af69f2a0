package io.firstcome.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.firstcome.verify.client.SampleAnswer;
import io.firstcome.verify.load.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.ReferenceCountUtil;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// A server on loopback, in this process, that gives each of some answers in turn, whatever it is
/// asked. All of it is done on one thread.
final class Responder implements AutoCloseable {
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(1);
    private static final int BACKLOG = 128;
    private static final String HOST = "127.0.0.1";

    private final List<SampleAnswer> answers;
    private final EventLoopGroup threads;
    private final ChannelFuture bound;
    private int turn;

    Responder(List<SampleAnswer> answers) {
        this.answers = answers;
        Transport transport = Transport.best();
        threads = transport.newEventLoops(1);
        bound =
                new ServerBootstrap()
                        .group(threads)
                        .channelFactory(transport.serverChannels(HOST))
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childHandler(newConnection())
                        .bind(HOST, 0)
                        .awaitUninterruptibly();
    }

    private ChannelInitializer<SocketChannel> newConnection() {
        boolean overHttp2 = !answers.getFirst().trailers().isEmpty();
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                channel.pipeline()
                        .addLast(
                                overHttp2
                                        ? Http2FrameCodecBuilder.forServer().build()
                                        : new HttpRequestDecoder())
                        .addLast(new Asks());
            }
        };
    }

    /// An `IllegalStateException` when it could not listen.
    URI url() {
        if (!bound.isSuccess()) {
            throw new IllegalStateException("responder: not bound", bound.cause());
        }
        InetSocketAddress address = (InetSocketAddress) bound.channel().localAddress();
        return URI.create("http://" + HOST + ":" + address.getPort());
    }

    private SampleAnswer next() {
        return answers.get(turn++ % answers.size());
    }

    private final class Asks extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            try {
                if (message instanceof LastHttpContent) {
                    tell(context, next());
                } else if (message instanceof Http2DataFrame data && data.isEndStream()) {
                    tell(context, next(), data.stream());
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        /// The other end is done.
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            ChannelFuture _ = context.close();
        }
    }

    private static void tell(ChannelHandlerContext context, SampleAnswer answer) {
        byte[] body = answer.bytes();
        String head =
                "HTTP/1.1 %d -\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
                        .formatted(answer.status(), body.length);
        ChannelFuture _ =
                context.writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(US_ASCII), body));
    }

    private static void tell(
            ChannelHandlerContext context, SampleAnswer answer, Http2FrameStream stream) {
        Http2Headers head = new DefaultHttp2Headers().status(Integer.toString(answer.status()));
        Http2Headers trailers = new DefaultHttp2Headers();
        answer.trailers().forEach(trailers::add);
        ChannelFuture _ = context.write(new DefaultHttp2HeadersFrame(head).stream(stream));
        ChannelFuture _ =
                context.write(
                        new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(answer.bytes()))
                                .stream(stream));
        ChannelFuture _ =
                context.writeAndFlush(new DefaultHttp2HeadersFrame(trailers, true).stream(stream));
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, SHUTDOWN_LIMIT.toNanos(), NANOSECONDS)
                .awaitUninterruptibly(SHUTDOWN_LIMIT.toMillis());
    }
}
