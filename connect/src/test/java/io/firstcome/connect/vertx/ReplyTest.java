package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.firstcome.connect.RpcError;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Answers given later, from other threads, in other orders, twice, or to nobody.
class ReplyTest {
    /// A call that waits for its answer.
    private record Waiting(
            Call call, Thread owner, DynamicMessage order, Reply<DynamicMessage> reply) {
        /// Answers in one of the two ways.
        void answer() {
            if (Orders.name(order).endsWith("7")) {
                reply.okEncodedHere(order);
            } else {
                reply.ok(order);
            }
        }
    }

    private final BlockingQueue<Waiting> calls = new LinkedBlockingQueue<>();
    private ConnectServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                ConnectServer.builder(
                                Orders.placing((call, order, reply) ->
                                        calls.add(waiting(call, order, reply))))
                        .listen("127.0.0.1", 0);
    }

    private static Waiting waiting(Call call, DynamicMessage order, Reply<DynamicMessage> reply) {
        return new Waiting(call, Thread.currentThread(), order, reply);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<Waiting> take(int count) throws InterruptedException {
        List<Waiting> taken = new ArrayList<>();
        while (taken.size() < count) {
            Waiting call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("call %s", taken.size()).isNotNull();
            taken.add(call);
        }
        return taken;
    }

    private static String named(int i) {
        return "{\"name\":\"" + i + "\"}";
    }

    @ParameterizedTest
    @EnumSource(
            value = Version.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void reachTheirCallsInAnyOrderFromAnyThread(Version version) throws Exception {
        int count = 200;
        try (HttpRpc rpc = new HttpRpc(version, server.port());
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            CompletableFuture<HttpResponse<String>> first = rpc.sendAsync(rpc.json("{}"));
            take(1).getFirst().answer();
            assertThat(first.get(10, TimeUnit.SECONDS).version()).isEqualTo(version);
            List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
            for (int round = 0; round < count / 50; round++) {
                for (int i = 0; i < 50; i++) {
                    responses.add(rpc.sendAsync(rpc.json(named(round * 50 + i))));
                }
                List<Waiting> waiting = take(50);
                Collections.reverse(waiting);
                waiting.forEach(call -> threads.execute(call::answer));
            }
            for (int i = 0; i < count; i++) {
                assertThat(responses.get(i).get(10, TimeUnit.SECONDS).body()).isEqualTo(named(i));
            }
        }
    }

    @Test
    void comeInTheOrderOfPipelinedRequests() throws Exception {
        try (RawConnection connection = new RawConnection(server.port())) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                requests.append(RawConnection.request(named(i)));
            }
            connection.send(requests.toString());
            for (int i = 0; i < 20; i++) {
                take(1).getFirst().answer();
                assertThat(connection.read().body()).isEqualTo(named(i));
            }
        }
    }

    @Test
    void areGivenByTheThreadThatOwnsTheConnectionWhereThatIsAsked() throws Exception {
        try (HttpRpc rpc = new HttpRpc(Version.HTTP_1_1, server.port())) {
            CompletableFuture<HttpResponse<String>> response = rpc.sendAsync(rpc.json("{}"));
            Waiting waiting = take(1).getFirst();
            waiting.call()
                    .execute(() -> {
                        boolean isOwner = Thread.currentThread() == waiting.owner();
                        List<String> order = new ArrayList<>();
                        waiting.call().execute(() -> order.add("at once"));
                        waiting.reply().ok(Orders.named(isOwner + " " + order));
                    });
            assertThat(response.get(10, TimeUnit.SECONDS).body())
                    .isEqualTo("{\"name\":\"true [at once]\"}");
        }
    }

    @Test
    void areInternalErrorsWhenThatThreadFails() throws Exception {
        try (HttpRpc rpc = new HttpRpc(Version.HTTP_1_1, server.port())) {
            CompletableFuture<HttpResponse<String>> response = rpc.sendAsync(rpc.json("{}"));
            take(1).getFirst()
                    .call()
                    .execute(() -> {
                        throw new IllegalStateException("planted");
                    });
            assertThat(response.get(10, TimeUnit.SECONDS).body())
                    .isEqualTo("{\"code\":\"internal\",\"message\":\"internal error\"}");
        }
    }

    @Test
    void areTakenOnce() throws Exception {
        try (HttpRpc rpc = new HttpRpc(Version.HTTP_1_1, server.port())) {
            CompletableFuture<HttpResponse<String>> response = rpc.sendAsync(rpc.json("{}"));
            Reply<DynamicMessage> reply = take(1).getFirst().reply();
            reply.error(new RpcError(Code.NOT_FOUND, "none"));
            assertThatThrownBy(() -> reply.ok(Orders.ORDER))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("/test.v1.Orders/Place is answered already");
            assertThatThrownBy(() -> reply.okEncodedHere(Orders.ORDER))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> reply.error(new RpcError(Code.ABORTED, "twice")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(response.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void keepOneErrorForManyCalls() throws Exception {
        RpcError soldOut = new RpcError(Code.RESOURCE_EXHAUSTED, "sold out");
        try (HttpRpc rpc = new HttpRpc(Version.HTTP_1_1, server.port())) {
            for (int i = 0; i < 3; i++) {
                CompletableFuture<HttpResponse<String>> response = rpc.sendAsync(rpc.json("{}"));
                take(1).getFirst().reply().error(soldOut);
                assertThat(response.get(10, TimeUnit.SECONDS).body())
                        .isEqualTo("{\"code\":\"resource_exhausted\",\"message\":\"sold out\"}");
            }
        }
    }

    @Test
    void areDroppedWhenTheClientHungUp() throws Exception {
        List<Waiting> waiting;
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.request("{}"));
            waiting = take(1);
        }
        TimeUnit.MILLISECONDS.sleep(100);
        waiting.getFirst().answer();
        serves();
    }

    @Test
    void areDroppedWhenAnHttp2ClientHungUp() throws Exception {
        List<Waiting> waiting;
        try (HttpRpc rpc = new HttpRpc(Version.HTTP_2, server.port())) {
            CompletableFuture<HttpResponse<String>> first = rpc.sendAsync(rpc.json("{}"));
            take(1).getFirst().answer();
            assertThat(first.get(10, TimeUnit.SECONDS).version()).isEqualTo(Version.HTTP_2);
            CompletableFuture<?> _ = rpc.sendAsync(rpc.json("{}"));
            CompletableFuture<?> _ = rpc.sendAsync(rpc.json("{}"));
            waiting = take(2);
        }
        TimeUnit.MILLISECONDS.sleep(100);
        waiting.forEach(Waiting::answer);
        serves();
    }

    @Test
    void areDroppedWhenTheServerStopped() throws Exception {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.request("{}"));
            List<Waiting> waiting = take(1);
            server.close();
            assertThat(connection.isEndedByServer()).isTrue();
            waiting.getFirst().answer();
        }
    }

    private void serves() throws Exception {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.request(named(1)));
            take(1).getFirst().answer();
            assertThat(connection.read().body()).isEqualTo(named(1));
        }
    }
}
