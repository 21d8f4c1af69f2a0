package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Interceptor;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.Router;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.vertx.ConnectServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What stands before and after calls in envelopes.
@ParameterizedClass
@EnumSource(
        value = Wire.class,
        names = {"CONNECT", "GRPC", "WEB_OVER_HTTP1"})
class InterceptorTest extends WireTest {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    InterceptorTest(Wire wire) {
        super(wire);
    }

    /// Notes what it sees; refuses or fails when a header of the call says so.
    private record Noting(String name, BlockingQueue<String> events) implements Interceptor {
        @Override
        public @Nullable RpcError begin(Call call) {
            events.add(name + " " + call.method().getName());
            call.responseHeaders().add("x-seen-by", name);
            if (name.equals(call.header("x-throw-in-begin"))) {
                throw new IllegalStateException("secret");
            }
            return name.equals(call.header("x-refuse"))
                    ? new RpcError(Code.PERMISSION_DENIED, "not you")
                    : null;
        }

        @Override
        public void end(Call call, @Nullable RpcError error) {
            events.add(name + " " + (error == null ? "ok" : error.code().wireName()));
            if (name.equals(call.header("x-throw-in-end"))) {
                throw new IllegalStateException("secret");
            }
        }
    }

    @Override
    ConnectServer.Builder builder() {
        Router router =
                Router.builder()
                        .serverStream(Orders.method("Watch"), Orders.ORDER, InterceptorTest::watch)
                        .clientStream(
                                Orders.method("Gather"),
                                Orders.ORDER,
                                (Call _, Reply<DynamicMessage> reply) -> new Echo(reply))
                        .build();
        Limits limits =
                new Limits(1024, 8192, 10, 100, Duration.ofMillis(400), Duration.ofSeconds(20));
        return ConnectServer.builder(router)
                .limits(limits)
                .interceptor(new Noting("first", events))
                .interceptor(new Noting("second", events));
    }

    private static void watch(
            Call call, DynamicMessage order, Responses<DynamicMessage> responses) {
        assertThat(call.header("x-refuse")).isNull();
        call.responseTrailers().add("x-handler", "1");
        if (Orders.name(order).startsWith("add")) {
            call.responseHeaders().add("x-handler", "1");
            return;
        }
        responses.send(order);
        switch (Orders.name(order)) {
            case "error" -> responses.error(new RpcError(Code.ABORTED, "no"));
            case "throw" -> throw new IllegalStateException("secret");
            case "late" -> responses.sendHeaders();
            case String _ -> responses.end();
        }
    }

    private record Echo(Reply<DynamicMessage> reply) implements Requests<DynamicMessage> {
        @Override
        public void next(DynamicMessage request) {
            if (Orders.name(request).equals("throw")) {
                throw new IllegalStateException("secret");
            }
            reply.ok(request);
        }

        @Override
        public void end() {
            reply.ok(Orders.named("none"));
        }
    }

    private void noted(String... expected) throws InterruptedException {
        for (String event : expected) {
            assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo(event);
        }
        assertThat(events).isEmpty();
    }

    private void endsAs(WireCall call, String method, String code) throws Exception {
        assertThat(call.awaitEnd().code()).isEqualTo(code);
        noted("first " + method, "second " + method, "first " + code, "second " + code);
    }

    @ParameterizedTest
    @CsvSource({"x, ok", "error, aborted", "throw, internal"})
    void seesHowTheHandlerEndsACall(String name, String code) throws Exception {
        WireCall call = client.call("Watch").send(name).end();
        endsAs(call, "Watch", code);
        assertThat(call.head().headers().getAll("x-seen-by")).containsExactly("first", "second");
    }

    @Test
    void seesHowTheServerEndsACall() throws Exception {
        endsAs(client.call("Watch").end(), "Watch", "unimplemented");
        endsAs(client.call("Watch").send("x").send("y").end(), "Watch", "unimplemented");
        endsAs(client.call("Watch").begin(), "Watch", "deadline_exceeded");
        endsAs(client.call("Watch").send(2, new byte[0]), "Watch", "invalid_argument");
        endsAs(client.call("Watch").send(0, new byte[] {1}), "Watch", "invalid_argument");
        endsAs(client.call("Watch").send(0, new byte[1025]), "Watch", "resource_exhausted");
        endsAs(
                client.call("Watch", wire.timeoutHeader(), wire.millis(50)).send("late").end(),
                "Watch",
                "deadline_exceeded");
    }

    @Test
    void seesCallsWhoseHeadIsNotAsTheProtocolSays() throws Exception {
        endsAs(client.call("Watch", wire.timeoutHeader(), "x").end(), "Watch", "invalid_argument");
        endsAs(client.call("Watch", wire.encodingHeader(), "br").end(), "Watch", "unimplemented");
        WireCall refused =
                client.call("Watch", wire.timeoutHeader(), "x", "x-refuse", "first").end();
        assertThat(refused.awaitEnd().code()).isEqualTo("permission_denied");
        noted("first Watch");
    }

    @Test
    void isHeardWithAFaultButNotTheHandler() throws Exception {
        WireCall call =
                client.call("Watch", wire.timeoutHeader(), wire.millis(50)).send("add").end();
        endsAs(call, "Watch", "deadline_exceeded");
        assertThat(call.head().headers().getAll("x-seen-by")).containsExactly("first", "second");
        assertThat(call.head().headers().get("x-handler")).isNull();
        assertThat(call.awaitEnd().trailers().get("x-handler")).isNull();
        WireCall answered = client.call("Watch").send("x").end();
        endsAs(answered, "Watch", "ok");
        assertThat(answered.awaitEnd().trailers().get("x-handler")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"x, ok", "throw, internal"})
    void seesHowAClientStreamEnds(String name, String code) throws Exception {
        endsAs(client.call("Gather").send(name), "Gather", code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-refuse", "x-throw-in-begin"})
    void mayRefuseCalls(String header) throws Exception {
        String code = header.equals("x-refuse") ? "permission_denied" : "internal";
        WireCall first = client.call("Watch", header, "first").send("x").end();
        assertThat(first.awaitEnd().code()).isEqualTo(code);
        noted("first Watch");
        WireCall second = client.call("Watch", header, "second").begin();
        assertThat(second.awaitEnd().code()).isEqualTo(code);
        assertThat(second.hasNoResponse()).isTrue();
        noted("first Watch", "second Watch", "first " + code);
    }

    @Test
    void hasNoSayInHowACallEnds() throws Exception {
        WireCall call = client.call("Watch", "x-throw-in-end", "first").send("x").end();
        assertThat(call.next()).isEqualTo("x");
        endsAs(call, "Watch", "ok");
    }
}
