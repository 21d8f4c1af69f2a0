package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Timestamp;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.firstcome.connect.RpcError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// Answers that can not be said as they are given.
@ParameterizedClass
@EnumSource(
        value = Version.class,
        names = {"HTTP_1_1", "HTTP_2"})
class UnsayableTest extends HttpTest {

    UnsayableTest(Version version) {
        super(version);
    }

    @Override
    ConnectServer.Builder builder() {
        Limits limits =
                new Limits(1024, 2048, 1, 10, Duration.ofSeconds(10), Duration.ofMillis(500));
        return ConnectServer.builder(Orders.placing(UnsayableTest::place)).limits(limits);
    }

    private static void place(Call call, DynamicMessage order, Reply<DynamicMessage> reply) {
        switch (Orders.name(order)) {
            case "headers" -> {
                call.responseHeaders().addAsReceived("x-bad", "a\r\nb");
                reply.ok(order);
            }
            case "trailers" -> {
                call.responseTrailers().addAsReceived("x-bad", "a\r\nb");
                reply.error(new RpcError(Code.ABORTED, "no"));
            }
            case "instant" -> {
                Timestamp never = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
                reply.error(new RpcError(Code.ABORTED, "never", List.of(never)));
            }
            case String _ -> reply.ok(order);
        }
    }

    private HttpResponse<String> place(String name) throws Exception {
        return rpc.send(rpc.json("{\"name\":\"" + name + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"headers", "trailers"})
    void endTheirExchange(String name) throws Exception {
        assertThatThrownBy(() -> place(name))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        String body = inTheEnd(() -> place("next").body());
        assertThat(body).isEqualTo("{\"name\":\"next\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"headers", "trailers"})
    void areNotCounted(String name) throws Exception {
        assertThatThrownBy(() -> place(name)).isInstanceOf(IOException.class);
        // There is room for one connection, so the one of the call has to be closed as idle.
        String body = inTheEnd(this::placeOnAnotherConnection);
        assertThat(body).isEqualTo("{}");
    }

    private String placeOnAnotherConnection() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.request("{}"));
            return connection.read().body();
        }
    }

    /// The result, tried until there is room for a connection.
    private static String inTheEnd(Callable<String> attempt) throws Exception {
        Exception full = new IOException("not tried");
        for (int i = 0; i < 200; i++) {
            try {
                return attempt.call();
            } catch (IOException e) {
                full = e;
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw full;
    }

    @Test
    void doNotKeepAnErrorBack() throws Exception {
        HttpResponse<String> response = place("instant");
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("\"message\":\"never\"").doesNotContain("debug");
    }
}
