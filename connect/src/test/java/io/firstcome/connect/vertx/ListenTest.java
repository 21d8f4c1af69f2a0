package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.connect.Orders;
import io.netty.channel.epoll.Epoll;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

class ListenTest {
    private static final Path IPV4_SOCKETS = Path.of("/proc/net/tcp");
    private static final String LISTENING = "0A";

    @Test
    void anIpv4AddressIsListenedOnWithSocketsOfIpv4() throws Exception {
        try (ConnectServer server = listen("127.0.0.1")) {
            assertThat(connects("127.0.0.1", server.port())).isTrue();
            assertThat(isListedAsIpv4(server.port()) || !Epoll.isAvailable()).isTrue();
        }
    }

    @Test
    void theAnyAddressIsListenedOnWithBoth() throws Exception {
        try (ConnectServer server = listen("0.0.0.0")) {
            assertThat(connects("127.0.0.1", server.port())).isTrue();
            assertThat(connects("::1", server.port())).isEqualTo(hasIpv6());
        }
    }

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
        assertThat(GatedTransport.isIpv4Address(host)).isEqualTo(isEnough);
    }

    private static ConnectServer listen(String host) throws IOException {
        return ConnectServer.builder(Orders.placing((_, _, _) -> {})).listen(host, 0);
    }

    private static boolean connects(String host, int port) {
        try (Socket socket = new Socket(host, port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean isListedAsIpv4(int port) throws IOException {
        String address = String.format(Locale.ROOT, "0100007F:%04X 00000000:0000 ", port);
        return Files.exists(IPV4_SOCKETS)
                && Files.readString(IPV4_SOCKETS).contains(address + LISTENING);
    }

    private static boolean hasIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            return socket.isBound();
        } catch (IOException none) {
            return false;
        }
    }
}
