package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.vertx.ConnectServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// How long callers say they will wait.
@ParameterizedClass
@EnumSource(
        value = Wire.class,
        names = {"CONNECT", "GRPC", "WEB_OVER_HTTP1", "TEXT"})
class DeadlineTest extends WireTest {
    private static final long NOW_NANOS = Long.MAX_VALUE - 1_000;

    private final BlockingQueue<String> cancelled = new LinkedBlockingQueue<>();

    DeadlineTest(Wire wire) {
        super(wire);
    }

    @Override
    ConnectServer.Builder builder() {
        return ConnectServer.builder(Orders.chatting(Chat::new)).nanoTime(() -> NOW_NANOS);
    }

    /// Does what requests are named.
    private final class Chat implements Requests<DynamicMessage> {
        private final Call call;
        private final Responses<DynamicMessage> responses;

        Chat(Call call, Responses<DynamicMessage> responses) {
            call.onCancel(() -> cancelled.add("cancelled"));
            this.call = call;
            this.responses = responses;
        }

        @Override
        public void next(DynamicMessage request) {
            switch (Orders.name(request)) {
                case "deadline" -> responses.send(Orders.named(leftMillis()));
                case "end" -> responses.end();
                case String _ -> responses.send(request);
            }
        }

        private String leftMillis() {
            long leftNanos = call.deadlineNanos() - NOW_NANOS;
            return call.hasDeadline() ? TimeUnit.NANOSECONDS.toMillis(leftNanos) + "" : "none";
        }

        @Override
        public void end() {}
    }

    private WireCall call(String timeout) throws Exception {
        return client.call("Chat", wire.timeoutHeader(), timeout);
    }

    @Test
    void handlersAreToldOfThem() throws Exception {
        WireCall call = call(wire.millis(30_000)).send("deadline").send("end").end();
        assertThat(call.next()).isEqualTo("30000");
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
        WireCall patient = client.call("Chat").send("deadline").send("end").end();
        assertThat(patient.next()).isEqualTo("none");
        assertThat(patient.awaitEnd().code()).isEqualTo("ok");
        assertThat(cancelled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void theServerKeepsThem(int millis) throws Exception {
        WireCall call = call(wire.millis(millis)).send("begun");
        assertThat(call.next()).isEqualTo("begun");
        WireEnd end = call.awaitEnd();
        assertThat(end.code()).isEqualTo("deadline_exceeded");
        assertThat(end.message()).isEqualTo("the deadline has passed");
        assertThat(cancelled.poll(10, TimeUnit.SECONDS)).isEqualTo("cancelled");
        WireCall silent = call(wire.millis(millis)).begin();
        assertThat(silent.awaitEnd().code()).isEqualTo("deadline_exceeded");
        assertThat(silent.head().statusCode()).isEqualTo(200);
        assertThat(cancelled.poll(10, TimeUnit.SECONDS)).isEqualTo("cancelled");
        assertThat(cancelled).isEmpty();
    }

    @Test
    void theyMayBeVeryFar() throws Exception {
        String far = wire.timeoutHeader().equals("grpc-timeout") ? "99999999H" : "9999999999";
        WireCall call = call(far).send("deadline").send("end").end();
        assertThat(Long.parseLong(call.next())).isGreaterThan(9_999_999_998L);
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.5", "12345678901", "10x", "123456789m", "m"})
    void theyAreRefusedWhenTheyAreNone(String timeout) throws Exception {
        WireCall call = call(timeout).begin();
        WireEnd end = call.awaitEnd();
        assertThat(end.code()).isEqualTo("invalid_argument");
        assertThat(end.message())
                .startsWith(wire.timeoutHeader() + ": \"" + timeout + "\" (expected: ");
        assertThat(call.head().statusCode()).isEqualTo(200);
    }
}
