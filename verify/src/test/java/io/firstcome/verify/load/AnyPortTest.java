package io.firstcome.verify.load;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class AnyPortTest {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\D.*");
    private static final int MAJOR_WITH_RANGES = 6;
    private static final int MINOR_WITH_RANGES = 3;

    /// Epoll has sockets of their own for the address and for the name.
    static List<Arguments> transports() {
        return List.of(
                Arguments.of(Transport.NIO, "localhost"),
                Arguments.of(Transport.best(), "localhost"),
                Arguments.of(Transport.best(), "127.0.0.1"));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void isTakenWhereTheSystemKnowsOfRangesAndConnectsEverywhere(Transport transport, String host)
            throws Exception {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        EventLoopGroup loops = transport.newEventLoops(1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Channel channel = connect(transport, host, loops, server, taken);
            channel.close().sync();
        } finally {
            loops.shutdownGracefully(0, 1, SECONDS).sync();
        }
        assertThat(taken.join()).isEqualTo(transport == Transport.EPOLL && knowsOfRanges());
    }

    private static Channel connect(
            Transport transport,
            String host,
            EventLoopGroup loops,
            ServerSocket server,
            CompletableFuture<Boolean> taken)
            throws InterruptedException, IOException {
        return new Bootstrap()
                .group(loops)
                .channelFactory(transport.clientChannels(host))
                .handler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel channel) {
                                taken.complete(AnyPort.takeFor(channel));
                            }
                        })
                .connect(server.getLocalSocketAddress())
                .sync()
                .channel();
    }

    private static boolean knowsOfRanges() {
        Matcher version = VERSION.matcher(System.getProperty("os.version") + " ");
        assertThat(version.matches()).isTrue();
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        return major > MAJOR_WITH_RANGES
                || (major == MAJOR_WITH_RANGES && minor >= MINOR_WITH_RANGES);
    }
}
