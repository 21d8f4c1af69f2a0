package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.vertx.ConnectServer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A connection is idle when no call is counted on it, however calls have ended.
class IdleTest {
    private static final Duration IDLE = Duration.ofMillis(1_500);

    private record Chat(Responses<DynamicMessage> responses) implements Requests<DynamicMessage> {
        @Override
        public void next(DynamicMessage request) {
            switch (Orders.name(request)) {
                case "throw" -> throw new IllegalStateException("secret");
                case "pause" -> responses.pauseRequests();
                case "end" -> responses.end();
                case String _ -> responses.send(request);
            }
        }

        @Override
        public void end() {}
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.class,
            names = {"CONNECT", "GRPC"})
    void closesWhenTheLastCallIsOver(Wire wire) throws Exception {
        Limits limits = new Limits(1024, 8192, 10, 100, Duration.ofMillis(500), IDLE);
        try (ConnectServer server =
                        ConnectServer.builder(
                                        Orders.chatting(
                                                (Call _, Responses<DynamicMessage> responses) ->
                                                        new Chat(responses)))
                                .limits(limits)
                                .listen("127.0.0.1", 0);
                WireClient client = new WireClient(wire, server.port())) {
            client.call("Chat").send("end").end();
            client.call("Chat").send("end");
            client.call("Chat").send("throw").end();
            client.call("Chat").send(2, new byte[0]);
            client.call("Chat").sendBytes(new byte[] {0, 0});
            client.call("Nothing").send("x").end();
            client.call("Nothing").send("x").reset();
            client.call("Chat", wire.timeoutHeader(), "x").begin().reset();
            client.call("Chat", wire.timeoutHeader(), wire.millis(10)).begin();
            client.call("Chat").begin().reset();
            client.call("Chat").send("x").reset();
            client.call("Chat").send("x").end().reset();
            client.call("Chat").send("pause").send("x").reset();
            client.call("Chat").send("end").reset();
            client.call("Chat").sendBytes(new byte[] {0, 0}).reset();
            WireCall call = client.call("Chat").send("last");
            assertThat(call.next()).isEqualTo("last");
            TimeUnit.MILLISECONDS.sleep(2 * IDLE.toMillis());
            assertThat(call.isConnected()).isTrue();
            call.reset();
            assertThat(call.awaitsClose()).isTrue();
        }
    }
}
