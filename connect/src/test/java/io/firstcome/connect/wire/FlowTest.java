package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.Router;
import io.firstcome.connect.vertx.ConnectServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// Who reads slowly holds back who writes.
@ParameterizedClass
@EnumSource(
        value = Wire.class,
        names = {"CONNECT_OVER_HTTP1", "GRPC", "TEXT"})
class FlowTest extends WireTest {
    /// Together far more than sockets hold.
    private static final int COUNT = 2_000;

    private static final String LONG = "x".repeat(16 * 1024 - 10);

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger received = new AtomicInteger();
    private final BlockingQueue<Responses<DynamicMessage>> opened = new LinkedBlockingQueue<>();

    FlowTest(Wire wire) {
        super(wire);
    }

    @Override
    ConnectServer.Builder builder() {
        Router router =
                Router.builder()
                        .serverStream(Orders.method("Watch"), Orders.ORDER, this::watch)
                        .bidiStream(
                                Orders.method("Chat"),
                                Orders.ORDER,
                                (Call _, Responses<DynamicMessage> responses) ->
                                        new Pausing(responses))
                        .build();
        Limits limits =
                new Limits(
                        16 * 1024, 8192, 10, 100, Duration.ofSeconds(20), Duration.ofSeconds(20));
        return ConnectServer.builder(router).limits(limits);
    }

    private void watch(Call call, DynamicMessage order, Responses<DynamicMessage> responses) {
        assertThat(call.hasDeadline()).isFalse();
        switch (Orders.name(order)) {
            case "pump" -> pump(responses);
            case "thread" -> Thread.ofVirtual().start(() -> pumpFromAThread(responses));
            case String _ -> again(responses);
        }
    }

    private void pump(Responses<DynamicMessage> responses) {
        while (sent.get() < COUNT && responses.isReady()) {
            sent.getAndIncrement();
            responses.send(Orders.named(LONG));
        }
        if (sent.get() < COUNT) {
            responses.whenReady(() -> pump(responses));
        } else {
            responses.end();
        }
    }

    private void pumpFromAThread(Responses<DynamicMessage> responses) {
        while (sent.get() < COUNT) {
            if (responses.isReady()) {
                sent.getAndIncrement();
                responses.send(Orders.named(LONG));
            } else {
                CountDownLatch ready = new CountDownLatch(1);
                responses.whenReady(ready::countDown);
                awaitQuietly(ready);
            }
        }
        responses.end();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Asks anew each time that it is ready.
    private void again(Responses<DynamicMessage> responses) {
        if (sent.getAndIncrement() < 100_000) {
            responses.whenReady(() -> again(responses));
        } else {
            responses.send(Orders.named("done"));
            responses.end();
        }
    }

    /// Wants nothing until it is told to go on; then pauses and goes on within each request.
    private final class Pausing implements Requests<DynamicMessage> {
        private final Responses<DynamicMessage> responses;
        private boolean isBusy;

        Pausing(Responses<DynamicMessage> responses) {
            this.responses = responses;
            responses.pauseRequests();
            opened.add(responses);
        }

        @Override
        public void next(DynamicMessage request) {
            assertThat(isBusy).isFalse();
            isBusy = true;
            received.getAndIncrement();
            responses.pauseRequests();
            responses.resumeRequests();
            if (Orders.name(request).equals("pause")) {
                responses.pauseRequests();
                opened.add(responses);
            }
            isBusy = false;
        }

        @Override
        public void end() {
            assertThat(isBusy).isFalse();
            responses.send(Orders.named("heard " + received.get()));
            responses.end();
        }
    }

    /// Waits until a number stays the same.
    private static int settled(IntSupplier number) throws InterruptedException {
        int last = -1;
        for (int now = number.getAsInt(); now != last; now = number.getAsInt()) {
            last = now;
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return last;
    }

    private void holdsBackUntilTheReaderGoesOn(String name) throws Exception {
        WireCall call = client.call("Watch").pauseResponse().send(name).end();
        call.head();
        assertThat(settled(sent::get)).isBetween(1, COUNT / 2);
        call.resumeResponse();
        for (int i = 0; i < COUNT; i++) {
            assertThat(call.next()).hasSize(LONG.length());
        }
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
        assertThat(sent.get()).isEqualTo(COUNT);
    }

    @Test
    void aReaderHoldsBackAHandler() throws Exception {
        holdsBackUntilTheReaderGoesOn("pump");
    }

    @Test
    void aReaderHoldsBackAThread() throws Exception {
        holdsBackUntilTheReaderGoesOn("thread");
    }

    @Test
    void aHandlerMayAskAgainAndAgain() throws Exception {
        WireCall call = client.call("Watch").send("again").end();
        assertThat(call.next()).isEqualTo("done");
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
    }

    @Test
    void aHandlerHoldsBackACaller() throws Exception {
        WireCall call = client.call("Chat").begin();
        Responses<DynamicMessage> responses = opened.poll(10, TimeUnit.SECONDS);
        assertThat(responses).isNotNull();
        byte[] message = Orders.named(LONG).toByteArray();
        settled(() -> fill(call, message));
        assertThat(sent.get()).isLessThan(COUNT / 2);
        assertThat(received.get()).isZero();
        responses.resumeRequests();
        call.end();
        assertThat(call.next()).isEqualTo("heard " + sent.get());
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
    }

    /// @return how many have been sent
    private int fill(WireCall call, byte[] message) {
        while (call.canSend() && sent.get() < COUNT) {
            sent.getAndIncrement();
            call.send(0, message);
        }
        return sent.get();
    }

    @Test
    void aHandlerMayPauseAtAnyMessage() throws Exception {
        byte[] one = WireCall.envelope(0, Orders.named("x").toByteArray());
        byte[] pause = WireCall.envelope(0, Orders.named("pause").toByteArray());
        WireCall call = client.call("Chat").sendBytes(concat(one, pause, one, one, pause)).end();
        Responses<DynamicMessage> responses = opened.poll(10, TimeUnit.SECONDS);
        assertThat(responses).isNotNull();
        responses.resumeRequests();
        assertThat(opened.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(received.get()).isEqualTo(2);
        responses.resumeRequests();
        assertThat(opened.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(received.get()).isEqualTo(5);
        assertThat(call.hasNoResponse()).isTrue();
        responses.resumeRequests();
        assertThat(call.next()).isEqualTo("heard 5");
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
