package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Interceptor;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.vertx.ConnectServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Callers that go away.
@ParameterizedClass
@EnumSource(
        value = Wire.class,
        names = {"CONNECT", "CONNECT_OVER_HTTP1", "GRPC", "TEXT_OVER_HTTP1"})
class CancelTest extends WireTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Limits LIMITS = new Limits(1024, 8192, 10, 100, LONG, LONG);

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    CancelTest(Wire wire) {
        super(wire);
    }

    @Override
    ConnectServer.Builder builder() {
        return ConnectServer.builder(Orders.chatting(Chat::new))
                .limits(LIMITS)
                .interceptor(
                        new Interceptor() {
                            @Override
                            public @Nullable RpcError begin(Call call) {
                                call.onCancel(() -> events.add("cancelled first"));
                                return null;
                            }

                            @Override
                            public void end(Call call, @Nullable RpcError error) {
                                events.add(error == null ? "ok" : error.toString());
                            }
                        });
    }

    private final class Chat implements Requests<DynamicMessage> {
        private final Call call;
        private final Responses<DynamicMessage> responses;

        Chat(Call call, Responses<DynamicMessage> responses) {
            call.onCancel(() -> {
                events.add("cancelled");
                call.onCancel(() -> events.add("late"));
                // All of this has no effect any more.
                responses.send(Orders.ORDER);
                responses.sendHeaders();
                responses.whenReady(() -> events.add("ready"));
                responses.pauseRequests();
                responses.resumeRequests();
                responses.end();
                responses.error(new RpcError(Code.ABORTED, "late"));
            });
            call.onCancel(() -> events.add("cancelled too"));
            this.call = call;
            this.responses = responses;
        }

        @Override
        public void next(DynamicMessage request) {
            switch (Orders.name(request)) {
                case "end" -> responses.end();
                case "end and listen" -> {
                    responses.end();
                    call.onCancel(() -> events.add("late"));
                }
                case "pause" -> {
                    responses.pauseRequests();
                    responses.send(request);
                }
                case String _ -> responses.send(request);
            }
        }

        @Override
        public void end() {
            responses.send(Orders.named("all"));
        }
    }

    private String event() throws InterruptedException {
        return String.valueOf(events.poll(10, TimeUnit.SECONDS));
    }

    private void isCancelledOnce() throws Exception {
        isCancelled();
        WireCall next = client.call("Chat").send("x");
        assertThat(next.next()).isEqualTo("x");
        next.send("end").end();
        assertThat(next.awaitEnd().code()).isEqualTo("ok");
        assertThat(event()).isEqualTo("ok");
        assertThat(events).isEmpty();
    }

    /// The tasks of the interceptor and of the handler run in order, late ones at once.
    private void isCancelled() throws InterruptedException {
        assertThat(event()).isEqualTo("canceled: the caller is gone");
        assertThat(event()).isEqualTo("cancelled first");
        assertThat(event()).isEqualTo("cancelled");
        assertThat(event()).isEqualTo("late");
        assertThat(event()).isEqualTo("cancelled too");
    }

    @Test
    void areNoticedAtOnceWhenTheCallIsOver() throws Exception {
        WireCall call = begun().send("end and listen").end();
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
        assertThat(event()).isEqualTo("ok");
        assertThat(event()).isEqualTo("late");
        assertThat(events).isEmpty();
    }

    private WireCall begun() throws Exception {
        WireCall call = client.call("Chat").send("begun");
        assertThat(call.next()).isEqualTo("begun");
        return call;
    }

    @Test
    void areNoticedWhenTheyReset() throws Exception {
        begun().reset();
        isCancelledOnce();
    }

    @Test
    void areNoticedWhenTheyResetAfterTheyHaveSaidAll() throws Exception {
        WireCall call = begun().end();
        assertThat(call.next()).isEqualTo("all");
        call.reset();
        isCancelledOnce();
    }

    @Test
    void areNoticedWhenTheyCloseTheConnection() throws Exception {
        begun().closeConnection();
        isCancelledOnce();
    }

    @Test
    void areNoticedWhileTheirRequestsArePaused() throws Exception {
        WireCall call = begun().send("pause");
        assertThat(call.next()).isEqualTo("pause");
        call.reset();
        isCancelledOnce();
    }

    @Test
    void areNoticedWithinAMessage() throws Exception {
        WireCall call = begun().sendBytes(new byte[] {0, 0, 0, 0, 100, 0});
        call.reset();
        isCancelledOnce();
    }

    @Test
    void areNoticedBeforeTheyHaveSaidAnything() throws Exception {
        WireCall call = client.call("Chat").begin();
        TimeUnit.MILLISECONDS.sleep(50);
        call.reset();
        isCancelledOnce();
    }

    @Test
    void areOfNoInterestWhenTheCallHasEnded() throws Exception {
        WireCall call = begun().send("end").end();
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
        assertThat(event()).isEqualTo("ok");
        call.closeConnection();
        WireCall next = begun().send("end").end();
        assertThat(next.awaitEnd().code()).isEqualTo("ok");
        assertThat(event()).isEqualTo("ok");
        assertThat(events).isEmpty();
    }

    @Test
    void areToldWhenTheServerStops() throws Exception {
        begun();
        server.stop(Duration.ofMillis(100)).get(10, TimeUnit.SECONDS);
        isCancelled();
        assertThat(events).isEmpty();
    }
}
