package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Router;
import io.firstcome.connect.vertx.ConnectServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// How long the rest of a request may take.
@ParameterizedClass
@EnumSource(
        value = Wire.class,
        names = {"GRPC", "TEXT_OVER_HTTP1"})
class SlowRequestTest extends WireTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    SlowRequestTest(Wire wire) {
        super(wire);
    }

    @Override
    ConnectServer.Builder builder() {
        Limits limits = new Limits(16 * 1024, 8192, 10, 100, PATIENCE, Duration.ofSeconds(20));
        Router router =
                Router.builder()
                        .serverStream(
                                Orders.method("Watch"),
                                Orders.ORDER,
                                (_, order, responses) -> responses.send(order))
                        .clientStream(
                                Orders.method("Gather"),
                                Orders.ORDER,
                                (Call _, Reply<DynamicMessage> reply) -> new Count(reply))
                        .build();
        return ConnectServer.builder(router).limits(limits);
    }

    /// Answers how many requests there were.
    private static final class Count implements Requests<DynamicMessage> {
        private final Reply<DynamicMessage> reply;
        private int count;

        Count(Reply<DynamicMessage> reply) {
            this.reply = reply;
        }

        @Override
        public void next(DynamicMessage request) {
            count++;
        }

        @Override
        public void end() {
            reply.ok(Orders.named(Integer.toString(count)));
        }
    }

    private static void refused(WireCall call) throws Exception {
        WireEnd end = call.awaitEnd();
        assertThat(end.code()).isEqualTo("deadline_exceeded");
        assertThat(end.message()).isEqualTo("body: not received in time");
        assertThat(call.hasNoResponse()).isTrue();
    }

    @Test
    void aMessageThatTricklesIsRefused() throws Exception {
        WireCall call = client.call("Gather").send("x").sendBytes(new byte[] {0, 0, 0});
        refused(call);
    }

    @Test
    void messagesMayBeFarBetween() throws Exception {
        WireCall call = client.call("Gather").send("x");
        TimeUnit.MILLISECONDS.sleep(2 * PATIENCE.toMillis());
        assertThat(call.send("y").end().next()).isEqualTo("2");
    }

    @Test
    void messagesMayBeCutAnywhereHoweverLongAStreamTakes() throws Exception {
        byte[] envelope = WireCall.envelope(0, Orders.named("x".repeat(30)).toByteArray());
        WireCall call = client.call("Gather").sendBytes(Arrays.copyOf(envelope, 20));
        byte[] across = new byte[envelope.length];
        System.arraycopy(envelope, 20, across, 0, envelope.length - 20);
        System.arraycopy(envelope, 0, across, envelope.length - 20, 20);
        int count = 40;
        for (int i = 0; i < count; i++) {
            TimeUnit.MILLISECONDS.sleep(3 * PATIENCE.toMillis() / count);
            call.sendBytes(across);
        }
        byte[] rest = Arrays.copyOfRange(envelope, 20, envelope.length);
        assertThat(call.sendBytes(rest).end().next()).isEqualTo(Integer.toString(count + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void allIsExpectedSoonWhereThereIsButOneMessage(String sent) throws Exception {
        WireCall call = client.call("Watch").begin();
        if (!sent.isEmpty()) {
            call.send(sent);
        }
        refused(call);
    }
}
