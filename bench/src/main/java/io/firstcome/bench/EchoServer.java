package io.firstcome.bench;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.firstcome.server.place.Placement;
import io.firstcome.verify.load.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.EventExecutor;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/// The baseline: the least an HTTP/1.1 server on Netty can do, echoing the body of each POST.
///
/// It runs in a process of its own: `EchoServer PORT`, on loopback, until it is ended. `EchoServer
/// --placed PORT` gives its event loops the places that Firstcome's have under pressure.
public final class EchoServer implements AutoCloseable {
    /// Before the port.
    static final String PLACED = "--placed";

    private static final int BACKLOG = 1024;
    private static final long SHUTDOWN_MILLIS = 1_000;

    private final EventLoopGroup acceptor;
    private final EventLoopGroup eventLoops;
    private final Channel listening;

    private EchoServer(EventLoopGroup acceptor, EventLoopGroup eventLoops, Channel listening) {
        this.acceptor = acceptor;
        this.eventLoops = eventLoops;
        this.listening = listening;
    }

    public static void main(String[] arguments) throws InterruptedException {
        EchoServer server = start(Integer.parseInt(arguments[arguments.length - 1]));
        if (arguments[0].equals(PLACED)) {
            server.place();
        }
        server.listening.closeFuture().sync();
    }

    /// Listens on loopback; port 0 chooses a free one.
    public static EchoServer start(int port) throws InterruptedException {
        Transport transport = Transport.best();
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        // By itself, or those who ask already would keep others from being connected.
        EventLoopGroup acceptor = transport.newEventLoops(1);
        EventLoopGroup eventLoops =
                transport.newEventLoops(Runtime.getRuntime().availableProcessors());
        Channel listening =
                new ServerBootstrap()
                        .group(acceptor, eventLoops)
                        .channelFactory(transport.serverChannels(host))
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(new EchoPipeline())
                        .bind(host, port)
                        .sync()
                        .channel();
        return new EchoServer(acceptor, eventLoops, listening);
    }

    private void place() {
        int number = 0;
        for (EventExecutor loop : eventLoops) {
            int its = number++;
            loop.execute(() -> Placement.takeEventLoop(its));
        }
    }

    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        acceptor.shutdownGracefully(0, SHUTDOWN_MILLIS, MILLISECONDS).awaitUninterruptibly();
        eventLoops.shutdownGracefully(0, SHUTDOWN_MILLIS, MILLISECONDS).awaitUninterruptibly();
    }

    private static final class EchoPipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            HttpDecoderConfig lean = new HttpDecoderConfig().setValidateHeaders(false);
            channel.pipeline().addLast(new HttpServerCodec(lean), new EchoHandler());
        }
    }
}
