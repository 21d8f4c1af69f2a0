package io.firstcome.connect.wire;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.firstcome.connect.Orders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;

/// Makes calls in envelopes, by HTTP/2 all over one connection.
final class WireClient implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Wire wire;
    private final int port;
    private final HttpClient client;

    WireClient(Wire wire, int port) {
        this.wire = wire;
        this.port = port;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setProtocolVersion(wire.version())
                                .setHttp2ClearTextUpgrade(false),
                        new PoolOptions().setHttp1MaxSize(20).setHttp2MaxSize(1));
    }

    static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    /// Whether what is under way comes to a good end.
    static boolean succeeds(Future<?> future) throws Exception {
        return get(future.map(true).otherwise(false));
    }

    /// A call of a method of [Orders].
    ///
    /// @param headers names and values in turn
    WireCall call(String method, String... headers) throws Exception {
        return callPath(Orders.path(method), headers);
    }

    WireCall callPath(String path, String... headers) throws Exception {
        HttpClientRequest request = get(client.request(HttpMethod.POST, port, "127.0.0.1", path));
        request.setChunked(true).putHeader("content-type", wire.contentType());
        for (int i = 0; i < headers.length; i += 2) {
            request.headers().add(headers[i], headers[i + 1]);
        }
        return new WireCall(wire, request);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
    }
}
