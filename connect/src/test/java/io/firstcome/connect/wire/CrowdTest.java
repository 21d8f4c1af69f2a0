package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.vertx.ConnectServer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Many calls at once.
class CrowdTest {
    private static final int CONNECTIONS = 100;
    private static final int STREAMS = 100;
    private static final int CALLS = CONNECTIONS * STREAMS;

    /// Longer than a busy machine takes to open all calls.
    private static final Duration IDLE_MAX = Duration.ofSeconds(10);

    private static final byte[] MESSAGE = WireCall.envelope(0, Orders.named("x").toByteArray());

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch opened = new CountDownLatch(CALLS);
    private final CountDownLatch ended = new CountDownLatch(CALLS);
    private final AtomicInteger endedWell = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(CONNECTIONS);

    @AfterEach
    void stop() throws Exception {
        WireClient.get(vertx.close());
    }

    /// Echoes each request, and counts itself while it is open.
    private final class Echo implements Requests<DynamicMessage> {
        private final Responses<DynamicMessage> responses;

        Echo(Responses<DynamicMessage> responses) {
            this.responses = responses;
            responses.sendHeaders();
            open.getAndIncrement();
            opened.countDown();
        }

        @Override
        public void next(DynamicMessage request) {
            responses.send(request);
        }

        @Override
        public void end() {
            open.getAndDecrement();
            responses.end();
        }
    }

    @Test
    void tenThousandStreamsMayBeOpenAtOnceAndLeaveNothingBehind() throws Exception {
        Limits limits =
                new Limits(1024, 8192, CONNECTIONS, STREAMS, Duration.ofSeconds(30), IDLE_MAX);
        try (ConnectServer server =
                ConnectServer.builder(
                                Orders.chatting((Call _, Responses<DynamicMessage> responses) ->
                                        new Echo(responses)))
                        .limits(limits)
                        .listen("127.0.0.1", 0)) {
            CountDownLatch go = new CountDownLatch(1);
            HttpClientAgent client = client();
            HttpConnectOptions address =
                    new HttpConnectOptions().setHost("127.0.0.1").setPort(server.port());
            for (int i = 0; i < CONNECTIONS; i++) {
                client.connect(address).onSuccess(connection -> call(connection, go));
            }
            assertThat(opened.await(30, TimeUnit.SECONDS)).as("opened: %s", open).isTrue();
            assertThat(open.get()).isEqualTo(CALLS);
            go.countDown();
            assertThat(ended.await(30, TimeUnit.SECONDS)).as("left: %s", ended).isTrue();
            assertThat(endedWell.get()).isEqualTo(CALLS);
            assertThat(open.get()).isZero();
            // A connection on which a call is counted is not idle, so it would stay.
            assertThat(closed.await(30, TimeUnit.SECONDS)).as("left: %s", closed).isTrue();
        }
    }

    private HttpClientAgent client() {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false));
    }

    private void call(HttpClientConnection connection, CountDownLatch go) {
        connection.closeHandler(_ -> closed.countDown());
        RequestOptions options =
                new RequestOptions().setMethod(HttpMethod.POST).setURI(Orders.path("Chat"));
        for (int i = 0; i < STREAMS; i++) {
            connection.request(options).onSuccess(request -> call(request, go));
        }
    }

    private void call(HttpClientRequest request, CountDownLatch go) {
        request.setChunked(true).putHeader("content-type", "application/grpc");
        request.response()
                .onSuccess(response -> {
                    Buffer body = Buffer.buffer();
                    response.handler(body::appendBuffer);
                    response.endHandler(_ -> {
                        boolean isEcho = body.equals(Buffer.buffer(MESSAGE));
                        if (isEcho && "0".equals(response.getTrailer("grpc-status"))) {
                            endedWell.getAndIncrement();
                        }
                        ended.countDown();
                    });
                });
        request.writeHead();
        Thread.ofVirtual().start(() -> sendWhen(go, request));
    }

    private static void sendWhen(CountDownLatch go, HttpClientRequest request) {
        try {
            if (go.await(60, TimeUnit.SECONDS)) {
                request.end(Buffer.buffer(MESSAGE));
            }
        } catch (InterruptedException e) {
            request.reset();
        }
    }
}
