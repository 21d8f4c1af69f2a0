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
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

class TransportTest {
    private static final Path IPV4_SOCKETS = Path.of("/proc/net/tcp");

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "192.0.2.7, true",
        "::ffff:192.0.2.7, true",
        "0.0.0.0, false",
        "::, false",
        "::1, false",
        "localhost, false",
        "coupons.example, false"
    })
    void onlyOneAddressOfIpv4HasEnoughOfItsSockets(String host, boolean isEnough) {
        assertThat(Transport.isIpv4Address(host)).isEqualTo(isEnough);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void connectsToWhatListens(String host) throws Exception {
        Transport transport = Transport.best();
        EventLoopGroup loops = transport.newEventLoops(1);
        try {
            Channel server = listen(transport, loops, host);
            Channel client = connect(transport, loops, host, server.localAddress());
            assertThat(client.isActive()).isTrue();
            assertThat(isOfIpv4(client) || !mustBeOfIpv4(transport, host)).as("client").isTrue();
            assertThat(isOfIpv4(server) || !mustBeOfIpv4(transport, host)).as("server").isTrue();
        } finally {
            loops.shutdownGracefully(0, 1, SECONDS).sync();
        }
    }

    /// A name may stand for an address of either kind.
    private static boolean mustBeOfIpv4(Transport transport, String host) {
        return transport == Transport.EPOLL && host.equals("127.0.0.1");
    }

    private static Channel listen(Transport transport, EventLoopGroup loops, String host)
            throws InterruptedException {
        return new ServerBootstrap()
                .group(loops)
                .channelFactory(transport.serverChannels(host))
                .childHandler(new ChannelInboundHandlerAdapter())
                .bind(host, 0)
                .sync()
                .channel();
    }

    private static Channel connect(
            Transport transport, EventLoopGroup loops, String host, SocketAddress server)
            throws InterruptedException {
        return new Bootstrap()
                .group(loops)
                .channelFactory(transport.clientChannels(host))
                .handler(new ChannelInboundHandlerAdapter())
                .connect(server)
                .sync()
                .channel();
    }

    private static boolean isOfIpv4(Channel channel) throws IOException {
        int port = ((InetSocketAddress) channel.localAddress()).getPort();
        String local = String.format(Locale.ROOT, ": 0100007F:%04X ", port);
        return Files.exists(IPV4_SOCKETS) && Files.readString(IPV4_SOCKETS).contains(local);
    }
}
