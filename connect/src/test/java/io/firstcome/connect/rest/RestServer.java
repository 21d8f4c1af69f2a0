package io.firstcome.connect.rest;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Interceptor;
import io.firstcome.connect.Router;
import io.firstcome.connect.ServerStreamHandler;
import io.firstcome.connect.UnaryHandler;
import io.firstcome.connect.vertx.ConnectServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// A server, of the [Library] unless told otherwise, and a client of it.
final class RestServer implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConnectServer server;

    /// Answers every request with itself.
    RestServer() {
        this((_, request, reply) -> reply.ok(request));
    }

    RestServer(UnaryHandler<DynamicMessage, DynamicMessage> handler, Interceptor... interceptors) {
        this(
                Library.router(handler, (_, _, responses) -> responses.end()),
                Library.TERMS,
                interceptors);
    }

    /// Serves the one method that is a stream.
    static RestServer streaming(ServerStreamHandler<DynamicMessage, DynamicMessage> handler) {
        return new RestServer(
                Library.router((_, request, reply) -> reply.ok(request), handler), Library.TERMS);
    }

    RestServer(Router router, Map<String, MethodTerms> terms, Interceptor... interceptors) {
        ConnectServer.Builder builder =
                ConnectServer.builder(router).rest(RestRoutes.of(router, terms)).eventLoops(1);
        for (Interceptor interceptor : interceptors) {
            builder.interceptor(interceptor);
        }
        try {
            server = builder.listen("127.0.0.1", 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> json(String verb, String path, String body) {
        return send(
                request(path)
                        .header("content-type", "application/json")
                        .method(verb, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Begins to receive a response.
    HttpResponse<InputStream> open(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
        client.close();
    }
}
