package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.vertx.ConnectServer;
import io.vertx.core.http.HttpClientResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Calls that end before their callers have said all.
@ParameterizedClass
@EnumSource(
        value = Wire.class,
        names = {"CONNECT", "CONNECT_OVER_HTTP1", "GRPC", "WEB_OVER_HTTP1"})
class EarlyEndTest extends WireTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Limits LIMITS =
            new Limits(16 * 1024, 8192, 10, 100, PATIENCE, Duration.ofSeconds(20));

    EarlyEndTest(Wire wire) {
        super(wire);
    }

    @Override
    ConnectServer.Builder builder() {
        return ConnectServer.builder(Orders.chatting(EarlyEndTest::open)).limits(LIMITS);
    }

    private static Requests<DynamicMessage> open(Call call, Responses<DynamicMessage> responses) {
        String when = String.valueOf(call.header("x-when"));
        switch (when) {
            case "at once" -> responses.end();
            case "with a word" -> {
                responses.send(Orders.named("word"));
                responses.end();
            }
            case "with an error" -> responses.error(new RpcError(Code.ABORTED, "no"));
            case "while paused" -> responses.pauseRequests();
            default -> responses.sendHeaders();
        }
        return new Requests<>() {
            @Override
            public void next(DynamicMessage request) {
                if (Orders.name(request).equals("pause and end")) {
                    responses.pauseRequests();
                }
                responses.end();
            }

            @Override
            public void end() {
                responses.error(new RpcError(Code.INTERNAL, "heard the end"));
            }
        };
    }

    private void servesTheNextCall() throws Exception {
        WireCall next = client.call("Chat").send("x").end();
        assertThat(next.awaitEnd().code()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"at once", "with a word", "with an error"})
    void mayEndWhenTheyBegin(String when) throws Exception {
        WireCall call = client.call("Chat", "x-when", when).send("x").send("y").end();
        String code = when.equals("with an error") ? "aborted" : "ok";
        assertThat(call.awaitEnd().code()).isEqualTo(code);
        servesTheNextCall();
    }

    @Test
    void leaveTheConnectionAsItIs() throws Exception {
        WireCall call = client.call("Chat", "x-when", "at once").send("x").end();
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
        TimeUnit.MILLISECONDS.sleep(2 * PATIENCE.toMillis());
        assertThat(call.isConnected()).isTrue();
        servesTheNextCall();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "pause and end"})
    void mayEndInTheMiddle(String name) throws Exception {
        WireCall call = client.call("Chat").send(name).send("y").send("z").end();
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
        servesTheNextCall();
    }

    @Test
    void endWhilePausedByTheirDeadline() throws Exception {
        WireCall call =
                client.call(
                                "Chat",
                                "x-when",
                                "while paused",
                                wire.timeoutHeader(),
                                wire.millis(100))
                        .send("x")
                        .end();
        assertThat(call.awaitEnd().code()).isEqualTo("deadline_exceeded");
        servesTheNextCall();
    }

    @Test
    void doNotLetTheirCallersGoOnForLong() throws Exception {
        WireCall call = client.call("Chat").send("x");
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
        HttpClientResponse head = call.head();
        assertThat(head.statusCode()).isEqualTo(200);
        byte[] chunk = WireCall.envelope(0, new byte[8 * 1024]);
        int sent = 0;
        while (sent < 2_000 && WireClient.succeeds(call.write(chunk))) {
            sent++;
        }
        assertThat(sent).isLessThan(2_000);
        servesTheNextCall();
    }
}
