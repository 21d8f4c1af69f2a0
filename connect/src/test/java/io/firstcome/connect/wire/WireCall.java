package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;

import io.firstcome.connect.Orders;
import io.firstcome.connect.Protocol;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// One call, of which the test says every byte. Waits no longer than 10 s for anything.
final class WireCall {
    private static final int LONG_SECONDS = 10;

    private final Wire wire;
    private final HttpClientRequest request;
    private final WireReader reader;
    private final BlockingQueue<DynamicMessage> responses = new LinkedBlockingQueue<>();
    private final AtomicInteger compressed = new AtomicInteger();
    private final CompletableFuture<HttpClientResponse> head = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean isPaused;
    private final CompletableFuture<WireEnd> end = new CompletableFuture<>();

    WireCall(Wire wire, HttpClientRequest request) {
        this.wire = wire;
        this.request = request;
        this.reader = new WireReader(wire.isText());
        request.exceptionHandler(this::failed);
        request.connection().closeHandler(_ -> closed.countDown());
        request.response().onSuccess(this::begin).onFailure(this::failed);
    }

    private void failed(Throwable cause) {
        head.completeExceptionally(cause);
        end.completeExceptionally(cause);
    }

    private void begin(HttpClientResponse response) {
        response.exceptionHandler(this::failed);
        response.handler(this::received);
        response.endHandler(_ -> ended(response));
        if (isPaused) {
            response.pause();
        }
        head.complete(response);
    }

    private void received(Buffer chunk) {
        reader.add(chunk);
        for (WireReader.Envelope envelope = reader.next();
                envelope != null;
                envelope = reader.next()) {
            take(envelope);
        }
    }

    private void take(WireReader.Envelope envelope) {
        if (envelope.isCompressed()) {
            compressed.getAndIncrement();
        }
        try {
            switch (envelope.flags()) {
                case 0 ->
                        responses.add(
                                DynamicMessage.parseFrom(
                                        Orders.ORDER.getDescriptorForType(), envelope.data()));
                case 2 -> end.complete(WireEnd.ofConnect(envelope.data()));
                case 0x80 -> end.complete(WireEnd.ofWeb(envelope.data()));
                default -> end.completeExceptionally(new AssertionError(envelope.flags()));
            }
        } catch (InvalidProtocolBufferException e) {
            end.completeExceptionally(e);
        }
    }

    private void ended(HttpClientResponse response) {
        if (wire.protocol() == Protocol.GRPC && response.statusCode() == 200) {
            boolean hasTrailers = response.trailers().contains("grpc-status");
            end.complete(WireEnd.ofGrpc(hasTrailers ? response.trailers() : response.headers()));
        } else {
            end.completeExceptionally(new AssertionError("no end: " + response.statusCode()));
        }
    }

    static byte[] envelope(int flags, byte[] data) {
        return Buffer.buffer()
                .appendUnsignedByte((short) flags)
                .appendInt(data.length)
                .appendBytes(data)
                .getBytes();
    }

    /// Sends the head, which otherwise goes with the first bytes.
    WireCall begin() {
        request.writeHead();
        return this;
    }

    WireCall send(String name) {
        return send(0, Orders.named(name).toByteArray());
    }

    WireCall send(int flags, byte[] data) {
        return sendBytes(envelope(flags, data));
    }

    /// Sends bytes as they are, but for the base64 of gRPC-Web-text.
    WireCall sendBytes(byte[] bytes) {
        write(bytes);
        return this;
    }

    /// As [#sendBytes]; completes when the bytes are on their way.
    Future<Void> write(byte[] bytes) {
        return request.write(
                Buffer.buffer(wire.isText() ? Base64.getEncoder().encode(bytes) : bytes));
    }

    /// Whether what is sent does not gather in the client.
    boolean canSend() {
        return !request.writeQueueFull();
    }

    WireCall end() {
        request.end();
        return this;
    }

    void reset() throws Exception {
        WireClient.get(request.reset(8));
    }

    void closeConnection() throws Exception {
        WireClient.get(request.connection().close());
    }

    /// Reads the head of the response and no more, until [#resumeResponse].
    WireCall pauseResponse() {
        isPaused = true;
        return this;
    }

    void resumeResponse() throws Exception {
        head().resume();
    }

    /// Whether the connection is there still. Only the latest call of a connection knows.
    boolean isConnected() {
        return closed.getCount() > 0;
    }

    /// Whether the server closes the connection before long. Only the latest call of a connection
    /// knows.
    boolean awaitsClose() throws Exception {
        return closed.await(LONG_SECONDS, TimeUnit.SECONDS);
    }

    HttpClientResponse head() throws Exception {
        return head.get(LONG_SECONDS, TimeUnit.SECONDS);
    }

    /// The name of the next response.
    String next() throws Exception {
        DynamicMessage response = responses.poll(LONG_SECONDS, TimeUnit.SECONDS);
        assertThat(response).as("a response; the end: %s", end).isNotNull();
        return Orders.name(response);
    }

    boolean hasNoResponse() {
        return responses.isEmpty();
    }

    /// How many envelopes came compressed.
    int compressed() {
        return compressed.get();
    }

    WireEnd awaitEnd() throws Exception {
        return end.get(LONG_SECONDS, TimeUnit.SECONDS);
    }
}
