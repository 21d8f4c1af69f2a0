package io.firstcome.verify.load;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

class TransportTest {
    private static final Path IPV4_SOCKETS = Path.of("/proc/net/tcp");

    /// A name may stand for an address of either kind.
    @ParameterizedTest
    @CsvSource({"EPOLL, 127.0.0.1, true", "EPOLL, localhost, false", "NIO, 127.0.0.1, false"})
    void ipv4IsTalkedWithSocketsOfIpv4(String wanted, String host, boolean areOfIpv4)
            throws Exception {
        Transport transport =
                wanted.equals(Transport.best().name()) ? Transport.best() : Transport.NIO;
        EventLoopGroup loops = transport.newEventLoops(1);
        try {
            Channel server =
                    new ServerBootstrap()
                            .group(loops)
                            .channelFactory(transport.serverChannels(host))
                            .childHandler(new ChannelInboundHandlerAdapter())
                            .bind(host, 0)
                            .sync()
                            .channel();
            SocketAddress its = server.localAddress();
            Channel client =
                    new Bootstrap()
                            .group(loops)
                            .channelFactory(transport.clientChannels(host))
                            .handler(new ChannelInboundHandlerAdapter())
                            .connect(its)
                            .sync()
                            .channel();
            boolean expected = areOfIpv4 && transport == Transport.EPOLL;
            assertThat(isListedAsIpv4(server)).as("server").isEqualTo(expected);
            assertThat(isListedAsIpv4(client)).as("client").isEqualTo(expected);
        } finally {
            loops.shutdownGracefully(0, 1, SECONDS).sync();
        }
    }

    private static boolean isListedAsIpv4(Channel channel) throws IOException {
        int port = ((InetSocketAddress) channel.localAddress()).getPort();
        String local = String.format(Locale.ROOT, ": 0100007F:%04X ", port);
        return Files.exists(IPV4_SOCKETS) && Files.readString(IPV4_SOCKETS).contains(local);
    }
}
