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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Requests whose envelopes are not as they should be, or compressed.
@ParameterizedClass
@EnumSource(
        value = Wire.class,
        names = {"CONNECT", "CONNECT_OVER_HTTP1", "GRPC", "WEB", "TEXT_OVER_HTTP1"})
class FramingTest extends WireTest {
    private static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;
    private static final int COMPRESSED = 1;

    /// Some 1 MB that inflate to 1 GB.
    private static final byte[] BOMB = gzip(Collections.nCopies(1024, new byte[1024 * 1024]));

    FramingTest(Wire wire) {
        super(wire);
    }

    @Override
    ConnectServer.Builder builder() {
        Duration patience = Duration.ofSeconds(20);
        Limits limits = new Limits(MAX_MESSAGE_BYTES, 8192, 10, 100, patience, patience);
        Router router = Orders.gathering((Call _, Reply<DynamicMessage> reply) -> new Count(reply));
        return ConnectServer.builder(router).limits(limits);
    }

    /// Answers how many requests there were; to a last one named `echo` with that.
    private static final class Count implements Requests<DynamicMessage> {
        private final Reply<DynamicMessage> reply;
        private DynamicMessage last = Orders.ORDER;
        private int count;

        Count(Reply<DynamicMessage> reply) {
            this.reply = reply;
        }

        @Override
        public void next(DynamicMessage request) {
            count++;
            last = request;
        }

        @Override
        public void end() {
            String name = Orders.name(last);
            if (name.startsWith("echo here")) {
                reply.okEncodedHere(last);
            } else {
                reply.ok(name.startsWith("echo") ? last : Orders.named(Integer.toString(count)));
            }
        }
    }

    private static byte[] gzip(List<byte[]> parts) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(deflated)) {
            for (byte[] part : parts) {
                gzip.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deflated.toByteArray();
    }

    private static void refused(WireCall call, String code, String message) throws Exception {
        WireEnd end = call.awaitEnd();
        assertThat(end.code()).isEqualTo(code);
        assertThat(end.message()).isEqualTo(message);
        assertThat(call.hasNoResponse()).isTrue();
        assertThat(call.head().statusCode()).isEqualTo(200);
    }

    private void servesTheNextCall() throws Exception {
        WireCall call = client.call("Gather").send("x").end();
        assertThat(call.next()).isEqualTo("1");
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
    }

    @Test
    void mayComeByteByByte() throws Exception {
        WireCall call = client.call("Gather");
        for (byte b : WireCall.envelope(0, Orders.named("echo").toByteArray())) {
            call.sendBytes(new byte[] {b});
        }
        assertThat(call.end().next()).isEqualTo("echo");
    }

    @Test
    void mayComeSeveralAtOnce() throws Exception {
        byte[] one = WireCall.envelope(0, Orders.named("x").toByteArray());
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            many.writeBytes(one);
        }
        WireCall call = client.call("Gather").sendBytes(many.toByteArray()).end();
        assertThat(call.next()).isEqualTo("1000");
    }

    @Test
    void mayHoldNothing() throws Exception {
        assertThat(client.call("Gather").send(0, new byte[0]).end().next()).isEqualTo("1");
    }

    @Test
    void mayBeCompressedWhenTheHeadSaysSo() throws Exception {
        byte[] order = Orders.named("echo" + "x".repeat(5000)).toByteArray();
        WireCall call =
                client.call("Gather", wire.encodingHeader(), "gzip")
                        .send(0, new byte[0])
                        .send(COMPRESSED, new byte[0])
                        .send(COMPRESSED, gzip(List.of(order)))
                        .end();
        assertThat(call.next()).hasSize(5004);
        assertThat(call.compressed()).isZero();
        assertThat(call.head().getHeader(wire.encodingHeader())).isNull();
    }

    @ParameterizedTest
    @CsvSource({"echo, 100", "echo, 1500", "echo here, 100", "echo here, 1500"})
    void comeBackCompressedToThoseWhoReadThatWhenItIsWorthwhile(String name, int length)
            throws Exception {
        WireCall call =
                client.call("Gather", wire.acceptEncodingHeader(), "br, gzip")
                        .send(name + "x".repeat(length))
                        .end();
        assertThat(call.next()).hasSize(length + name.length());
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
        assertThat(call.compressed()).isEqualTo(length >= 1024 ? 1 : 0);
        assertThat(call.head().getHeader(wire.encodingHeader())).isEqualTo("gzip");
    }

    @Test
    void areNotCompressedAgainstTheHead() throws Exception {
        byte[] order = gzip(List.of(Orders.named("x").toByteArray()));
        String message = "message: compressed (expected: not, by the headers)";
        refused(client.call("Gather").send(COMPRESSED, order).end(), "internal", message);
        refused(
                client.call("Gather", wire.encodingHeader(), "identity")
                        .send(COMPRESSED, order)
                        .end(),
                "internal",
                message);
    }

    @Test
    void areNotCompressedInWaysTheServerDoesNotKnow() throws Exception {
        WireCall call = client.call("Gather", wire.encodingHeader(), "br").send("x").end();
        refused(
                call,
                "unimplemented",
                wire.encodingHeader() + ": \"br\" (expected: gzip or identity)");
        String accepted = call.awaitEnd().trailers().get(wire.acceptEncodingHeader());
        assertThat(accepted).isEqualTo("gzip");
    }

    @Test
    void areReallyCompressedWhenTheySaySo() throws Exception {
        WireCall call =
                client.call("Gather", wire.encodingHeader(), "gzip")
                        .send(COMPRESSED, Orders.named("x").toByteArray());
        refused(call, "invalid_argument", "message: malformed gzip (expected: as it says)");
    }

    @Test
    void areNotInflatedOverTheLimit() throws Exception {
        assertThat(BOMB).hasSizeBetween(1_000_000, MAX_MESSAGE_BYTES);
        WireCall call = client.call("Gather", wire.encodingHeader(), "gzip").send(COMPRESSED, BOMB);
        refused(call, "resource_exhausted", "body: too large (expected: at most 2097152 bytes)");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 0x80, 0xFF})
    void haveNoOtherFlags(int flags) throws Exception {
        refused(
                client.call("Gather").send(flags, new byte[0]),
                "invalid_argument",
                "envelope flags: " + flags + " (expected: 0 or 1)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 7})
    void doNotEndEarly(int bytes) throws Exception {
        byte[] envelope = WireCall.envelope(0, Orders.named("echo").toByteArray());
        WireCall call =
                client.call("Gather").send("x").sendBytes(Arrays.copyOf(envelope, bytes)).end();
        refused(call, "invalid_argument", "body: ends within a message (expected: whole messages)");
        servesTheNextCall();
    }

    @ParameterizedTest
    @ValueSource(ints = {MAX_MESSAGE_BYTES + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void areRefusedByTheirLengthBeforeTheyAreSent(int length) throws Exception {
        byte[] head = {
            0, (byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length
        };
        // In base64 five bytes are padded, so their last quantum is there.
        WireCall call = client.call("Gather").send("x").sendBytes(head);
        refused(call, "resource_exhausted", "body: too large (expected: at most 2097152 bytes)");
    }

    @Test
    void holdMessagesOfTheType() throws Exception {
        refused(
                client.call("Gather").send(0, new byte[] {10, 5, 'x'}),
                "invalid_argument",
                "body: malformed protobuf (expected: a test.v1.Order)");
    }

    @Test
    void ofAnUnknownMethodAreRefusedInTheProtocolOfTheCall() throws Exception {
        refused(
                client.call("Nothing").send("x").end(),
                "unimplemented",
                "path: \"/test.v1.Orders/Nothing\" (expected: a method of this service)");
    }
}
